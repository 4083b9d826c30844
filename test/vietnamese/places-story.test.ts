/** Where a story lies: one rule a case, each with its opposite. All articles are our own. */
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../vietnamese/places.ts';

/** Headline, sapo, then the body; main places as "province / district / commune". */
function main(...texts: readonly string[]): string[] {
  const passages = texts.map((text, i) => ({ paragraph: i - 1, text }));
  const { mainPlaces } = findPlaces(passages, { publishedAt: '2023-08-01', province: null });
  return mainPlaces.map((path) => path.filter((part) => part !== null).join(' / ')).sort();
}

const HT = 'Tỉnh Hà Tĩnh';
const MORE = 'Người dân mong vụ việc sớm được làm rõ để yên tâm sinh sống và sản xuất.';

describe('the headline', () => {
  const lead = 'Sáng 2/7, một ngôi nhà gỗ bốc cháy, không ai bị thương.';
  const body = 'Ngôi nhà nằm trên đường làng (xã Sơn Tây, huyện Hương Sơn). Lửa tắt lúc 9 giờ.';

  it('that opens with a name and a colon only says the province', () => {
    expect(main('Hà Tĩnh: Cháy nhà gỗ trong đêm', lead, body)).toEqual([
      `${HT} / Huyện Hương Sơn / Xã Sơn Tây`,
    ]);
  });

  it('of what the police tell is not about the whole', () => {
    expect(
      main(
        'Công an Hà Tĩnh tạm giữ hai người',
        'Hai người bị bắt quả tang tại xã Sơn Tây, huyện Hương Sơn.',
        MORE,
      ),
    ).toEqual([`${HT} / Huyện Hương Sơn / Xã Sơn Tây`]);
  });

  it('of what a province orders is', () => {
    expect(
      main(
        'UBND tỉnh Hà Tĩnh yêu cầu siết chặt khai thác cát',
        'Công điện nêu rõ nhiệm vụ của các địa phương trên địa bàn tỉnh.',
        'Tại huyện Hương Sơn, nhiều bến cát hoạt động. Tỉnh Hà Tĩnh yêu cầu xử lý.',
      ),
    ).toEqual([HT]);
  });
});

describe('the whole', () => {
  it('is meant by "toàn tỉnh", whatever places follow', () => {
    expect(
      main(
        'Dịch lở mồm long móng còn phức tạp',
        'Đến ngày 1/7, toàn tỉnh còn 23 con gia súc mắc bệnh, theo Chi cục Thú y Hà Tĩnh.',
        'Tại huyện Đức Thọ có 12 con, ở thị xã Hồng Lĩnh 11 con. Huyện Đức Thọ đã tiêm phòng.',
      ),
    ).toEqual([HT]);
  });
});

describe('not the story’s place', () => {
  const story = 'Vụ tai nạn xảy ra tại xã Vượng Lộc, huyện Can Lộc, Hà Tĩnh sáng 2/7.';
  const there = [`${HT} / Huyện Can Lộc / Xã Vượng Lộc`];

  it.each([
    [
      'a home told by age or birth',
      'Tài xế (34 tuổi, ở thôn 2, xã Nghi Hoa, huyện Nghi Lộc, Nghệ An) bị thương.',
    ],
    [
      'a home told by the year of birth',
      'Tài xế Lê Văn A (SN 1990, ở thôn 2, xã Nghi Hoa, huyện Nghi Lộc, Nghệ An) bị thương.',
    ],
    ['where somebody works', 'Nạn nhân đang làm thuê tại xã Nghi Hoa, huyện Nghi Lộc, Nghệ An.'],
    ['a number plate', 'Xe mang biển số Nghệ An. Một xe khác cũng mang biển số Nghệ An.'],
    ['a direction', 'Xe chạy hướng về Nghệ An. Sau đó xe quay lại hướng về Nghệ An.'],
    ['an example', 'Đơn cử ở xã Nghi Hoa, huyện Nghi Lộc, Nghệ An từng có vụ tương tự.'],
    ['a deputy’s province', 'Đoàn ĐBQH tỉnh Nghệ An gửi lời chia buồn tới gia đình.'],
  ])('%s', (_, text) => {
    expect(main('Xe tải lật bên đường', story, text, MORE)).toEqual(there);
  });

  it('has a talk beside a meeting that is held somewhere', () => {
    expect(
      main(
        'Thời tiết dịp lễ ra sao?',
        'Bên lề hội nghị diễn ra tại tỉnh Phú Thọ, chuyên gia nói về thời tiết cả nước.',
        'Khu vực Bắc Bộ trời nắng ráo, Nam Bộ có mưa rào về chiều.',
      ),
    ).toEqual([]);
  });

  it('is what the two great cities pay for gold', () => {
    expect(
      main(
        'Giá vàng sáng nay',
        'Giá vàng tại Hà Nội là 36 triệu đồng. Giá tại TP.HCM là 37 triệu đồng.',
        MORE,
      ),
    ).toEqual([]);
  });

  it('is an archipelago whose sovereignty is spoken of', () => {
    expect(
      main(
        'Họp báo thường kỳ',
        'Việt Nam khẳng định chủ quyền đối với quần đảo Hoàng Sa và Trường Sa.',
        MORE,
      ),
    ).toEqual([]);
  });

  it('is a province of another country, also where its country is not named again', () => {
    const text = 'Trường nằm ở tỉnh Hà Nam, Trung Quốc. Tỉnh Hà Nam cho học sinh nghỉ học.';
    expect(
      findPlaces([{ paragraph: 1, text }], { publishedAt: null, province: null }).places,
    ).toEqual([]);
  });
});

describe('a firm, a port, a bracket', () => {
  it('is no place unless it happens at its works, a school’s seat is', () => {
    expect(main('Giá thép tăng', 'Công ty Formosa Hà Tĩnh tăng giá bán.', MORE)).toEqual([]);
    expect(
      main('Nổ lớn trong đêm', 'Vụ nổ xảy ra tại nhà máy Formosa Hà Tĩnh lúc 21 giờ.', MORE),
    ).toEqual([HT]);
    const seat = '(trụ sở tại phường Cốc Lếu, TP Lào Cai, tỉnh Lào Cai)';
    expect(main('Làm rõ vụ việc', `Trường mầm non Hoa Sen ${seat} báo cáo vụ việc.`, MORE)).toEqual(
      ['Tỉnh Lào Cai / Thành phố Lào Cai / Phường Cốc Lếu'],
    );
  });

  it('says where a port of a province’s name lies', () => {
    expect(
      main(
        'Xe cẩu lật ở cảng',
        'Xe cẩu lật nghiêng tại cảng Cà Mau (thuộc phường 1, TP Cà Mau).',
        MORE,
      ),
    ).toEqual(['Tỉnh Cà Mau / Thành phố Cà Mau / Phường 1']);
  });

  it('has no ward for its reporter', () => {
    const text = 'Số điện thoại của Công an thành phố Hà Tĩnh. P.V';
    const { places } = findPlaces([{ paragraph: 1, text }], { publishedAt: null, province: null });
    expect(places.map((place) => place.text)).toEqual(['thành phố Hà Tĩnh']);
  });
});

describe('bulletins', () => {
  it('are about the provinces that headline and sapo tell of, whatever a list adds', () => {
    expect(
      main(
        'Lào Cai, Sơn La có nguy cơ lũ quét',
        'Cảnh báo lũ quét tại tỉnh Lào Cai và Sơn La.',
        'Các tỉnh khác như Lai Châu, Điện Biên, Hà Giang, Yên Bái cũng cần đề phòng.',
        'Mực nước tại Yên Bái và tại Hà Giang đang xuống.',
      ),
    ).toEqual(['Tỉnh Lào Cai', 'Tỉnh Sơn La']);
  });

  it('that count their cases are about the places counted, three at most', () => {
    const cases = (list: string) =>
      main('Thêm ca mắc mới', `Các ca mắc mới ghi nhận tại ${list}.`, MORE);
    expect(cases('Khánh Hòa (2), Đà Nẵng (3)')).toEqual(['Thành phố Đà Nẵng', 'Tỉnh Khánh Hòa']);
    expect(cases('Khánh Hòa (2) và 1 ca tại Đà Nẵng')).toEqual([
      'Thành phố Đà Nẵng',
      'Tỉnh Khánh Hòa',
    ]);
    expect(cases('Yên Bái (1), Phú Yên (1), Tây Ninh (1), Nghệ An (2)')).toEqual([]);
  });
});
