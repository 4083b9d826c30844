/** Made-up Vietnamese prose for measuring: grammatical enough, nobody's text. The same for the same seed. */

const SUBJECTS = [
  'Ủy ban nhân dân xã',
  'Hội nông dân huyện',
  'Ban quản lý chợ',
  'Trường tiểu học',
  'Hợp tác xã',
];
const VERBS = ['tổ chức', 'bàn giao', 'kiểm tra', 'khởi công', 'sửa chữa', 'phát động', 'rà soát'];
const OBJECTS = [
  'tuyến đường liên thôn dài hai cây số',
  'đợt trồng cây ven hồ nước ngọt',
  'lớp học nghề cho lao động trẻ',
  'hệ thống kênh mương nội đồng',
  'ngày hội đọc sách của học sinh',
];
const ENDS = [
  'trước mùa mưa bão năm nay',
  'với sự góp sức của bà con',
  'tại nhà văn hóa thôn',
  'theo kế hoạch đã công bố từ đầu quý',
  'trong niềm vui của người dân',
];

export type Random = () => number;

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function pick(list: readonly string[], random: Random): string {
  return list[Math.floor(random() * list.length)] ?? '';
}

export function sentence(random: Random): string {
  return `${pick(SUBJECTS, random)} ${pick(VERBS, random)} ${pick(OBJECTS, random)} ${pick(ENDS, random)}.`;
}

export function headline(random: Random): string {
  return `${pick(SUBJECTS, random)} ${pick(VERBS, random)} ${pick(OBJECTS, random)}`;
}

export function paragraph(random: Random): string {
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(random)).join(' ');
}
