/** Main places: which of the places that an article names its story is about. All articles are our own. */
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../vietnamese/places.ts';

/** Headline, sapo, then the body; main places as "province / district / commune". */
function main(...texts: readonly string[]): string[] {
  const passages = texts.map((text, i) => ({ paragraph: i - 1, text }));
  const { mainPlaces } = findPlaces(passages, { publishedAt: '2023-08-01', province: null });
  return mainPlaces.map((path) => path.filter((part) => part !== null).join(' / '));
}

const BODY = 'Cơ quan chức năng đang làm rõ vụ việc và sẽ thông tin khi có kết quả.';

describe('where it happens', () => {
  it('is the place that the event is said to be at, not the body that tells of it', () => {
    expect(
      main(
        'Bắt xe chở gỗ lậu trong đêm',
        'Công an huyện Hương Sơn (Hà Tĩnh) vừa tạm giữ một xe chở gỗ lậu.',
        'Vụ việc xảy ra tại xã Sơn Tây, huyện Hương Sơn vào rạng sáng 2/7.',
        BODY,
      ),
    ).toEqual(['Tỉnh Hà Tĩnh / Huyện Hương Sơn / Xã Sơn Tây']);
  });

  it('is the unit that the headline names when the text tells of many within it', () => {
    expect(
      main(
        'Hà Tĩnh ra quân làm thủy lợi',
        'Tỉnh Hà Tĩnh phát động chiến dịch làm thủy lợi mùa khô.',
        'Huyện Can Lộc nạo vét 20 km kênh. Huyện Đức Thọ làm 12 km.',
        'Huyện Hương Sơn và huyện Vũ Quang sửa 5 hồ chứa.',
      ),
    ).toEqual(['Tỉnh Hà Tĩnh']);
  });

  it('is not where somebody comes from, lives or is taken to', () => {
    expect(
      main(
        'Tài xế gây tai nạn rồi bỏ chạy',
        'Công an huyện Can Lộc (Hà Tĩnh) đang làm rõ vụ tai nạn trên địa bàn xã Vượng Lộc.',
        'Tài xế là Lê Văn Bằng (31 tuổi, trú xã Diễn Kỷ, huyện Diễn Châu, Nghệ An).',
        'Nạn nhân được chuyển ra Bệnh viện Việt Đức (Hà Nội) điều trị.',
      ),
    ).toEqual(['Tỉnh Hà Tĩnh / Huyện Can Lộc / Xã Vượng Lộc']);
  });

  it('is somebody’s home when that is all the story has', () => {
    expect(
      main(
        'Hoàn cảnh khó khăn của hai chị em mồ côi',
        'Hai em trú tại xã Sơn Tây, huyện Hương Sơn, Hà Tĩnh mồ côi cha mẹ từ nhỏ.',
        'Bà nội các em, trú xã Sơn Tây, năm nay 80 tuổi.',
      ),
    ).toEqual(['Tỉnh Hà Tĩnh / Huyện Hương Sơn / Xã Sơn Tây']);
  });

  it('is not the province that is only named beside a commune of another one', () => {
    expect(
      main(
        'Hai cụ già gặp lại sau 50 năm',
        'Chúng tôi gặp hai cụ ở xã Sơn Tây, huyện Hương Sơn, Hà Tĩnh trong một chiều mưa.',
        'Hai cụ cùng chiến đấu tại Quảng Trị. Những ngày ở Quảng Trị, hai cụ là đồng đội.',
      ),
    ).toEqual(['Tỉnh Hà Tĩnh / Huyện Hương Sơn / Xã Sơn Tây']);
  });

  it('is in both provinces that the beginning names', () => {
    expect(
      main(
        'Nông dân ra đồng ban đêm',
        'Nắng nóng khiến người dân Hà Tĩnh, Quảng Ninh phải ra đồng vào ban đêm.',
        'Tại xã Sơn Tây, huyện Hương Sơn, Hà Tĩnh, bà con gặt lúa lúc nửa đêm.',
        'Ở phường Yên Hải, thị xã Quảng Yên, Quảng Ninh cũng vậy.',
      ),
    ).toEqual([
      'Tỉnh Hà Tĩnh / Huyện Hương Sơn / Xã Sơn Tây',
      'Tỉnh Quảng Ninh / Thị xã Quảng Yên / Phường Yên Hải',
    ]);
  });

  it('is the province of a hospital that the whole text is about', () => {
    const text = `Bệnh viện Sản Nhi Nghệ An cho biết: ${BODY.repeat(7)}`;
    expect(main('Nhiều trẻ nhập viện', text, text, text)).toEqual(['Tỉnh Nghệ An']);
  });
});

describe('no main place', () => {
  it('has advice from somebody at a hospital or a school', () => {
    const advice = 'Uống đủ nước mỗi ngày giúp cơ thể đào thải độc tố và giữ cho da khỏe mạnh.';
    expect(
      main('Uống nước đúng cách', 'Theo bác sĩ An, Bệnh viện K (Hà Nội), nước rất cần.', advice),
    ).toEqual([]);
    expect(
      main('Lời khuyên của thầy hiệu trưởng', 'Thầy dạy ở Trường Cao đẳng nghề Vĩnh Phúc.', advice),
    ).toEqual([]);
  });

  it('has an answer to a reader', () => {
    const answer = 'Trái đất quay quanh mặt trời trong một năm nên có bốn mùa khác nhau.';
    expect(
      main('Vì sao có bốn mùa?', answer, 'Bạn Hà Văn Minh (huyện Đức Thọ, Hà Tĩnh) hỏi.', answer),
    ).toEqual([]);
  });

  it('has a bulletin of more than three provinces', () => {
    expect(
      main(
        'Cấp kinh phí đợt hai',
        'Tỉnh Hà Tĩnh nhận 5 tỉ, tỉnh Quảng Bình 7 tỉ, tỉnh Quảng Trị 1 tỉ, tỉnh Nghệ An 2 tỉ.',
        'Tỉnh Hà Tĩnh sẽ nhận trước.',
      ),
    ).toEqual([]);
  });

  it('has a round of examples from many provinces', () => {
    expect(
      main(
        'Nhiều điểm 10 trong kỳ thi',
        'Kỳ thi năm nay có nhiều bài thi đạt điểm tuyệt đối ở tất cả các môn.',
        'Tại Hà Tĩnh có 12 em. Sở Giáo dục Nam Định báo cáo 9 em. Nghệ An công bố 8 em.',
        'Ở Thanh Hóa có 10 em. Sở Giáo dục Quảng Nam cho biết tỉnh này có 7 em.',
      ),
    ).toEqual([]);
  });

  it('has a game, but for the ground it is played on', () => {
    const game = [
      'Trọng tài rút thẻ đỏ, HLV phản ứng',
      'Thủ môn của CLB Nam Định cản phá, cầu thủ Đà Nẵng không ghi bàn trong trận đấu này.',
    ] as const;
    expect(main(...game, 'Nam Định và Đà Nẵng chia điểm sau hiệp 2.')).toEqual([]);
    expect(
      main(game[0], 'Cầu thủ đội khách ghi bàn trong trận đấu trên sân Nam Định.', game[1]),
    ).toEqual(['Tỉnh Nam Định']);
    expect(main(game[0], 'HLV tiếc nuối khi đội nhà thua trận đấu tại Đà Nẵng.', game[1])).toEqual([
      'Thành phố Đà Nẵng',
    ]);
  });

  it('has teams, also outside the report of a game', () => {
    expect(
      main(
        'Báo nước ngoài khen HA Gia Lai',
        'Nhiều khán giả đến xem HA Gia Lai và CLB Hà Nội.',
        'SL Nghệ An đứng cuối bảng.',
      ),
    ).toEqual([]);
  });

  it('has people who speak of something general', () => {
    expect(
      main(
        'Quảng cáo tràn lan',
        'Chị Trà, một nhân viên văn phòng tại Ba Đình, Hà Nội cho biết mình gặp quảng cáo mỗi ngày.',
        'Những quảng cáo này vi phạm quy định và gây phiền cho người dùng ở mọi nơi trên mạng. '.repeat(
          14,
        ),
      ),
    ).toEqual([]);
  });

  it('has a firm’s name and a photographer’s credit', () => {
    expect(
      main(
        'Giá thép tăng',
        'Công ty Gang thép Hưng Nghiệp Formosa Hà Tĩnh tăng giá thép từ tháng này.',
        'Công ty Formosa Hà Tĩnh cho biết giá còn tăng (ảnh: Công an Hà Nam).',
      ),
    ).toEqual([]);
  });
});

describe('in a newspaper of its own province', () => {
  const read = (province: string | null, ...texts: readonly string[]) =>
    findPlaces(
      texts.map((text, i) => ({ paragraph: i - 1, text })),
      { publishedAt: '2023-08-01', province },
    ).mainPlaces;
  const told = [
    'Tập huấn công tác Đoàn năm 2023',
    'Sáng 1/8, Tỉnh đoàn khai mạc lớp tập huấn.',
    'Lớp học có 120 cán bộ.',
  ];

  it('is that province where the text says "tỉnh" and names none', () => {
    expect(read('42', ...told)).toEqual([['Tỉnh Hà Tĩnh', null, null]]);
    expect(read(null, ...told)).toEqual([]);
  });

  it('is nothing where the text speaks of the country or of no province', () => {
    expect(read('42', 'Giá xăng giảm', 'Liên Bộ điều chỉnh giá xăng từ chiều nay.', BODY)).toEqual(
      [],
    );
    expect(read('48', ...told)).toEqual([]);
  });
});

describe('what the rest of a sentence says', () => {
  it('is the commune of the event though it stands once, late, behind others', () => {
    expect(
      main(
        'Cán bộ bệnh viện gây tai nạn ở Hà Tĩnh',
        'Người lái xe là cán bộ của Bệnh viện Đa khoa huyện Can Lộc.',
        'Lãnh đạo Công an huyện Can Lộc cho biết đang tạm giữ ông này. Công an huyện Can Lộc lấy lời khai nhiều người, huyện Can Lộc cử người thăm hỏi các gia đình.',
        'Trước đó, trên địa bàn xã Vượng Lộc, huyện Can Lộc, tỉnh Hà Tĩnh, một xe ô tô con đã xảy ra va chạm với xe đạp.',
      ),
    ).toEqual(['Tỉnh Hà Tĩnh / Huyện Can Lộc / Xã Vượng Lộc']);
  });

  it('is not where somebody was on his way to', () => {
    expect(
      main(
        'Hai cán bộ gặp nạn khi đi công tác',
        'Trên đường đến xã Sơn Tây công tác, hai cán bộ huyện Hương Sơn (Hà Tĩnh) bị ngã xe.',
        'Hai người gặp nạn ở khu vực dốc Ông Bà (xã Sơn Kim 1).',
      ),
    ).toEqual(['Tỉnh Hà Tĩnh / Huyện Hương Sơn / Xã Sơn Kim 1']);
  });

  it('is the province in the name of the school that the headline is about', () => {
    expect(
      main(
        'Nam sinh Trường Cao đẳng FPT Đà Nẵng làm trang mạng khám da',
        'Bốn bạn trẻ dùng trí tuệ nhân tạo để nhận ra bệnh ngoài da.',
        'Người dùng chỉ cần chụp ảnh vùng da.',
      ),
    ).toEqual(['Thành phố Đà Nẵng']);
  });

  it('is not the town in the name of the victim’s school', () => {
    expect(
      main(
        'Sinh viên năm ba đuối nước',
        'Nam sinh trường Đại học Y khoa Vinh về quê nghỉ hè thì gặp nạn.',
        'Vụ việc xảy ra chiều 3/6 trên địa bàn xã Nghĩa Khánh, huyện Nghĩa Đàn, Nghệ An.',
        'Đại diện trường Đại học Y khoa Vinh đã đến thăm gia đình.',
      ),
    ).toEqual(['Tỉnh Nghệ An / Huyện Nghĩa Đàn / Xã Nghĩa Khánh']);
  });
});
