/** Synthetic articles of the demo papers, each with one picture whose caption no other has. */
import type { Article } from '../../core/article.ts';
import { PAPERS } from '../../demo/article.ts';
import { readPlain } from '../../parsers/read.ts';

const WHO = [
  'Bí thư Đảng ủy',
  'Chủ tịch UBND xã',
  'Trưởng ban Quản lý rừng phòng hộ',
  'Hiệu trưởng Trường THCS',
  'Chỉ huy trưởng Ban CHQS xã',
  'Giám đốc hợp tác xã',
  'Chủ tịch Hội Phụ nữ',
  'Trưởng trạm y tế',
  'Chủ tịch Hội Cựu chiến binh',
  'Bí thư Đoàn xã',
];
const DOES = [
  'trao quà cho các hộ dân bị ngập',
  'kiểm tra hồ chứa trước mùa mưa',
  'phát biểu khai mạc hội nghị',
  'thăm mô hình trồng cam',
  'tặng hoa các đoàn dự hội thi',
];
const WHERE = [
  'thôn Đông Sơn',
  'thôn Bắc Tiến',
  'thôn Tân Phú',
  'khối phố Hòa Linh',
  'xóm Yên Trung',
  'bản Khe Lim',
];

/** 300 articles: every one of these people does every one of these things at every one of these places. */
export function captionedArticles(): Article[] {
  const captions = WHO.flatMap((who) =>
    DOES.flatMap((does) => WHERE.map((where) => `${who} ${does} tại ${where}`)),
  );
  return captions.map((text, i) => {
    const paper = PAPERS[i % PAPERS.length] ?? 'demo-lam-hong';
    const article = readPlain(
      {
        id: `caption-${i}`,
        publishedAt: '2023-06-01T08:00',
        newspaper: paper,
        headline: `Chuyện trong ngày số ${i + 1}`,
        sapo: null,
        paragraphs: ['Một ngày bình thường ở cơ sở, ghi lại bằng ảnh.'],
      },
      { id: paper, province: null },
      `synthetic:caption:${i}`,
    );
    const block = article.blocks.length;
    return {
      ...article,
      blocks: [...article.blocks, { type: 'caption' as const, text }],
      captions: [{ text, credit: null, image: null, block }],
    };
  });
}
