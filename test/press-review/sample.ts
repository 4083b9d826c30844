/** A press review of our own making; every name in it is invented (synthetic). */
import type { Item, PressReview } from '../../press-review/review.ts';

export function item(id: string, fields: Partial<Item> = {}): Item {
  return {
    id,
    article: null,
    headline: `Tin thứ ${id} về đường liên xã`,
    newspaper: 'Báo Miền Núi',
    publishedOn: '2023-05-26',
    url: `https://baomiennui.example/tin-${id}.html`,
    reprintedBy: [],
    summary: 'Tuyến đường đã rải xong lớp đá đầu tiên.\nHuyện hứa thông xe trước mùa lũ.',
    quotes: [],
    remark: '',
    words: 320,
    pictures: 2,
    revision: null,
    shown: null,
    field: null,
    tone: null,
    followUp: null,
    ...fields,
  };
}

export const daily: PressReview = {
  form: 'daily',
  title: 'ĐIỂM BÁO',
  from: '2023-05-26',
  to: '2023-05-26',
  issuedOn: '2023-05-26',
  letterhead: {
    form: 'state',
    parentAgency: 'Ủy ban nhân dân tỉnh Bến Mơ',
    agency: 'Văn phòng',
    number: 'Số: 07/BC-VP',
    place: 'Bến Mơ',
  },
  shown: 'both',
  sections: [
    { id: 'muc-1', title: 'Tin trung ương liên quan đến tỉnh', byField: false, items: [] },
    {
      id: 'muc-2',
      title: 'Tin trong tỉnh',
      byField: false,
      items: [
        item('1', {
          headline: 'Đảng bộ huyện Sơn Hạ sơ kết giữa nhiệm kỳ <b>&amp; {{noi_dung}}</b>',
          reprintedBy: ['Báo Cửa Biển'],
          quotes: [
            {
              words: 'Việc khó nhất là giữ rừng.\nRừng còn thì nước còn, ruộng còn.',
              speaker: 'Ông Đỗ Quốc Lũy, Bí thư Huyện ủy Sơn Hạ',
            },
          ],
          field: 'Xây dựng Đảng',
          tone: 'positive',
        }),
        item('2', { headline: 'Chợ nổi dời về bến mới', newspaper: 'Báo Cửa Biển' }),
      ],
    },
    {
      id: 'muc-3',
      title: 'Vấn đề báo chí phản ánh cần kiểm tra',
      byField: false,
      items: [
        item('3', {
          headline: 'Bãi rác tạm bốc mùi cạnh trường học',
          tone: 'negative',
          remark: 'Báo đã đăng hai kỳ.',
          followUp: { body: 'UBND huyện Sơn Hạ', deadline: '2023-06-05', result: '' },
        }),
      ],
    },
  ],
  recipients: ['Thường trực Tỉnh ủy', 'Lưu: VT'],
  signature: { capacity: 'Chánh Văn phòng', name: 'Phùng Khắc Điệp' },
};

export const periodic: PressReview = {
  ...daily,
  form: 'periodic',
  from: '2023-05-22',
  to: '2023-05-28',
  letterhead: {
    ...daily.letterhead,
    form: 'party',
    agency: 'Ban Tuyên giáo',
    parentAgency: 'Tỉnh ủy Bến Mơ',
  },
};
