import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, passages, textAt } from '../../core/article.ts';
import { readPlain } from '../../parsers/read.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';

const HATINH = { id: 'baohatinh', province: '42' };

function read(...paragraphs: string[]): Article {
  return readPlain(
    {
      id: '1',
      publishedAt: '2023-05-26T08:00:00+07:00',
      newspaper: null,
      headline: null,
      sapo: null,
      paragraphs,
    },
    HATINH,
  );
}
const found = (...paragraphs: string[]) => read(...paragraphs).conferences;
const said = (...paragraphs: string[]) =>
  found(...paragraphs).map(({ kind, organiser }) => `${kind}: ${organiser}`);
const key = (...paragraphs: string[]) => conferenceKeys(read(...paragraphs))[0];

describe('what is a conference', () => {
  it.each([
    ['Sáng 25/5, Huyện ủy Can Lộc tổ chức hội nghị chuyên đề.', 'hoi-nghi: Huyện ủy Can Lộc'],
    ['Sáng 25/5, Huyện ủy Can Lộc sơ kết giữa nhiệm kỳ.', 'so-ket: Huyện ủy Can Lộc'],
    ['Ngày 25/5, Sở Nội vụ tổ chức cuộc họp sơ kết quý I.', 'so-ket: Sở Nội vụ'],
    ['Ngày 25/5, Sở Nội vụ tổ chức lễ tổng kết hội thi.', 'tong-ket: Sở Nội vụ'],
    ['Chiều 25/5, Kỳ họp thứ 14 HĐND huyện Can Lộc bế mạc.', 'ky-hop: HĐND huyện Can Lộc'],
    ['Đại hội Đảng bộ xã Sơn Kim 1 lần thứ V khai mạc sáng 25/5.', 'dai-hoi: Đảng bộ xã Sơn Kim 1'],
    ['Ngày 25/5, Công an tỉnh tổ chức hội thi lái xe an toàn.', 'hoi-thi: Công an tỉnh'],
    ['Tối 25/5, UBND xã Cẩm Mỹ tổ chức lễ kỷ niệm ngày thành lập.', 'le: UBND xã Cẩm Mỹ'],
    [
      'Sáng 25/5, Bộ Nông nghiệp và Phát triển Nông thôn (NNPTNT) tổ chức hội nghị tổng kết vụ xuân.',
      'tong-ket: Bộ Nông nghiệp và Phát triển Nông thôn',
    ],
    ['Sáng 25/5, Bộ Ngoại giao tổ chức hội nghị chuyên đề.', 'hoi-nghi: Bộ Ngoại giao'],
    [
      'Tối 25/5, tại bãi biển Xuân Thành, huyện Nghi Xuân, UBND tỉnh Hà Tĩnh tổ chức lễ khai mạc mùa biển.',
      'le: UBND tỉnh Hà Tĩnh',
    ],
    ['Ngày 24/5, Công ty An Bình tổ chức ĐHĐCĐ thường niên năm 2023.', 'dai-hoi: Công ty An Bình'],
    [
      'Sáng 25/5, UBND huyện Can Lộc đã nhanh chóng tổ chức hội nghị công bố nguyên nhân cá chết.',
      'hoi-nghi: UBND huyện Can Lộc',
    ],
    [
      'Tối 25/5, UBND tỉnh Hà Tĩnh phối hợp với các đơn vị địa phương tổ chức lễ khai mạc Năm Du lịch.',
      'le: UBND tỉnh Hà Tĩnh',
    ],
    [
      'Sáng 25/5, tại Trụ sở Chính phủ, Đảng ủy Văn phòng Chính phủ tổ chức lễ trao tặng Huy hiệu Đảng.',
      'le: Đảng ủy Văn phòng Chính phủ',
    ],
    [
      'Ngày 25/5, Bộ Công Thương, Chương trình Phát triển của Liên hợp quốc (UNDP) và UBND tỉnh Hà Tĩnh đã tổ chức lễ khởi động chương trình điện sạch.',
      'le: Bộ Công Thương',
    ],
    ['Ngày 25/5, VCCI tổ chức hội nghị gặp gỡ doanh nghiệp.', 'hoi-nghi: VCCI'],
    [
      'Hội nghị Ban Chấp hành (BCH) Trung ương Đoàn lần thứ 11 khai mạc sáng 25/5 tại Hà Tĩnh.',
      'hoi-nghi: Ban Chấp hành (BCH) Trung ương Đoàn',
    ],
    [
      'Tối 25/5, lễ kỷ niệm ngày thành lập tỉnh do Tỉnh ủy, HĐND, UBND tỉnh tổ chức đã diễn ra.',
      'le: Tỉnh ủy, HĐND, UBND tỉnh',
    ],
    [
      'Sáng 25/5, Quận ủy, HĐND - UBND - UBMTTQ quận Gò Vấp tổ chức lễ kỷ niệm ngày thành lập quận.',
      'le: Quận ủy, HĐND - UBND - UBMTTQ quận Gò Vấp',
    ],
    [
      'Tối 25/5, Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh Nghệ An tổ chức lễ kỷ niệm ngày thành lập tỉnh.',
      'le: Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh Nghệ An',
    ],
    [
      'Ông Tám nói ít tại hội nghị giao ban giữa UBND TP Hà Nội với lãnh đạo các sở sáng 25/5.',
      'hoi-nghi: UBND TP Hà Nội',
    ],
    [
      'Hội nghị tổng kết năm 2022 của Viettel Post diễn ra sáng 25/5 tại Hà Nội.',
      'tong-ket: Viettel Post',
    ],
    [
      'Ông Tám, Chánh Văn phòng Bộ Y tế, cho hay Bộ đã tổ chức hội nghị tổng kết năm 2022.',
      'tong-ket: Bộ Y tế',
    ],
    ['Các đại biểu dự lễ khai mạc kỳ họp thứ 14 HĐND huyện Can Lộc.', 'ky-hop: HĐND huyện Can Lộc'],
    [
      'Sáng 25/5, tại phiên thảo luận hội trường kỳ họp thứ 5 HĐND TP.HCM, ông Tám nói.',
      'ky-hop: HĐND TP.HCM',
    ],
    [
      'Tỉnh Hà Tĩnh dự hội nghị trực tuyến với 63 tỉnh, thành phố về khai thác cát.',
      'hoi-nghi: null',
    ],
    ['Hội nghị của Bộ Y tế tuần qua đã bàn về giá thuốc.', 'hoi-nghi: Bộ Y tế'],
    ['Ông Tám ở Hà Tĩnh nói tại buổi sơ kết chống buôn lậu qua biên giới.', 'so-ket: null'],
    [
      'Ngày 24/5, UBND tỉnh Sơn La tổ chức lễ khánh thành khu di tích Cách mạng Việt Nam – Lào.',
      'le: UBND tỉnh Sơn La',
    ],
    ['Xã nói nhiều về Hội nghị Trung ương 4 khóa XII.', 'hoi-nghi: Trung ương'],
    ['Đảng đã mạnh hơn từ sau Đại hội XII.', 'dai-hoi: Đảng'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it.each([
    'Các hội nghị đều bàn kỹ về giao thông.',
    'Hội nghị quan chức cao cấp (SOM 2) APEC diễn ra tại Hà Nội ngày 12/5.',
    'Sáng 20/5, kỳ họp thứ 39 Ủy ban liên Chính phủ khai mạc tại Hà Nội.',
    'Hằng năm, chi bộ tổ chức hội nghị tổng kết.',
    'Xã thực hiện Nghị quyết Đại hội XIII của Đảng.',
    'Đại hội đảng bộ các cấp đã hoàn thành.',
    'Ngày 24/5, UBND huyện Can Lộc tổ chức hội thảo về lúa.',
    'Ngày 24/5, Sở Y tế họp báo; chiều có phiên họp thứ ba.',
    'Hội nghị thượng đỉnh G7 diễn ra tại Nhật Bản ngày 20/5.',
    'Lễ cưới diễn ra ngày 20/5 tại xã Cẩm Mỹ.',
    'Lễ hội đền Củi mở ngày 20/5 tại huyện Nghi Xuân.',
    'Trung tâm Hội nghị tỉnh Hà Tĩnh vừa được sửa.',
    'Đây là cơ hội thi đấu cho em.',
    'Các đảng bộ cơ sở đang tổ chức hội nghị sơ kết.',
    'Xã chuẩn bị cho Hội nghị Bộ trưởng ASEAN-Hàn Quốc tháng 8/2023.',
    'HĐND phải bầu ngay tại kỳ họp thứ nhất hoặc tại kỳ họp tiếp theo của HĐND.',
    'Ông Tám kể ở Hà Tĩnh về cuộc gặp sau lễ đón chính thức chiều 25/5.',
    'Hội nghị của Bộ Y tế thường bàn về giá thuốc.',
    'Hội nghị Cấp cao Đông Á diễn ra ngày 20/5 tại Hà Nội.',
    'Tại Lào, chính quyền thủ đô Viêng Chăn đã tổ chức lễ tưởng niệm các liệt sĩ Việt Nam.',
    'Hội nghị an ninh của Đảng Tự do Dân chủ đã bàn về tên lửa ở Việt Nam.',
    'Bộ trưởng trả lời chất vấn trong kỳ họp cuối năm, ông Tám nói ở Hà Tĩnh.',
    'Thủ tướng dự Kỳ họp thứ 39 Ủy ban liên Chính phủ ở Hà Nội. Kỳ họp thứ 39 này thành công.',
    'Kỳ họp lần thứ 22 giữa hai Ban công tác đặc biệt diễn ra sáng 25/5 tại Hà Nội.',
  ])('none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is said of it', () => {
  it('takes "đầu tiên" for praise, not for an ordinal of its own', () => {
    expect(
      said(
        'Sáng 25/5, Đảng bộ xã Cẩm Mỹ tổ chức đại hội lần thứ 20.',
        'Đây là đại hội đầu tiên của xã bầu trực tiếp.',
      ),
    ).toEqual(['dai-hoi: Đảng bộ xã Cẩm Mỹ']);
  });

  it('names an event by its name, not by what is said of it', () => {
    const [one] = found(
      'Đến nay, 10/10 đảng bộ xã đã xong, 8/8 tiêu chí đạt.',
      'Ngày 20/5, Đảng bộ xã Cẩm Mỹ tổ chức đại hội lần thứ 20.',
      'Đây là đại hội đầu tiên của xã bầu trực tiếp.',
    );
    expect(one).toMatchObject({
      name: 'đại hội lần thứ 20',
      date: { from: '2023-05-20', to: '2023-05-20' },
    });
  });

  it.each([
    ['Huyện ủy Can Lộc sơ kết bằng phần hạn chế nhiều hơn.', null],
    ['Huyện ủy Can Lộc sơ kết phong trào trồng cây ven đường.', 'phong trào trồng cây ven đường'],
  ])('has an occasion that is a matter: %s', (text, occasion) => {
    expect(found(text)[0]?.occasion).toBe(occasion);
  });

  it('takes "Tổng Công ty" for the firm at hand', () => {
    expect(
      said(
        'Ngày 24/5, Viettel Post tổ chức ĐHĐCĐ thường niên năm 2023.',
        'Đại hội đồng cổ đông của Tổng Công ty bầu bốn người.',
      ),
    ).toHaveLength(1);
  });

  it('knows from a press briefing that a session is still to come', () => {
    const plain = { id: '1', publishedAt: null, newspaper: null, headline: null, sapo: null };
    const paragraphs = ['HĐND tỉnh Hà Tĩnh họp báo về kỳ họp thứ 4 (diễn ra từ ngày 3 - 5/7).'];
    const { conferences } = readPlain({ ...plain, paragraphs }, HATINH);
    expect(conferences.map(({ status }) => status)).toEqual(['planned']);
  });

  it('gives each body of a list its own event', () => {
    expect(
      said('Trong tháng 6, các đảng bộ Can Lộc, Đức Thọ và Kỳ Anh sẽ tổ chức hội nghị sơ kết.'),
    ).toEqual(['so-ket: đảng bộ Can Lộc', 'so-ket: đảng bộ Đức Thọ', 'so-ket: đảng bộ Kỳ Anh']);
  });

  it('reads term, occasion, chair and speaker, and joins what stands apart', () => {
    const [one, ...others] = found(
      'Sáng 25/5, Đảng bộ huyện Can Lộc tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025.',
      'Bí thư Huyện ủy Nguyễn Văn Bình chủ trì hội nghị.',
      'Tại hội nghị, Phó Bí thư Thường trực Huyện ủy Trần Thị Hoa trình bày báo cáo.',
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      kind: 'so-ket',
      occasion: 'giữa nhiệm kỳ',
      level: 'huyen',
      term: { from: 2020, to: 2025 },
      date: { from: '2023-05-25', to: '2023-05-25' },
      place: { path: ['Tỉnh Hà Tĩnh', 'Huyện Can Lộc', null] },
      chairs: ['Nguyễn Văn Bình'],
      speakers: ['Trần Thị Hoa'],
      status: 'held',
      main: true,
    });
    expect(one?.evidence.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3]);
  });

  it('tells what lies ahead, also on its own morning', () => {
    const status = (text: string) => found(text)[0]?.status;
    const held = 'tổ chức hội nghị sơ kết giữa nhiệm kỳ.';
    expect(status(`Ngày 30/5, Đảng bộ huyện Can Lộc ${held}`)).toBe('planned');
    expect(status(`Sáng 26/5, Đảng bộ huyện Can Lộc ${held}`)).toBe('planned');
    expect(status(`Sáng 25/5, Đảng bộ huyện Can Lộc ${held}`)).toBe('held');
    expect(status(`Đảng bộ huyện Can Lộc dự kiến ${held}`)).toBe('planned');
    expect(status(`Đảng bộ huyện Can Lộc đã ${held}`)).toBe('held');
  });

  it('keeps two events of one article apart by body, day and ordinal', () => {
    expect(
      said(
        'Ngày 24/5, Sở Y tế Hà Tĩnh tổ chức hội nghị giao ban.',
        'Ngày 25/5, Sở Y tế Hà Tĩnh tổ chức hội nghị giao ban.',
        'Kỳ họp thứ 14 HĐND tỉnh và kỳ họp thứ 15 HĐND tỉnh đều bàn về đất đai.',
      ),
    ).toHaveLength(4);
  });
});

describe('a name', () => {
  it.each([
    [
      'Tại lễ kỷ niệm 55 năm thành lập Sở Y tế Hà Tĩnh Phó Chủ tịch Lê Văn Tám nhận định ngành đã lớn.',
      'lễ kỷ niệm 55 năm thành lập Sở Y tế Hà Tĩnh',
    ],
    [
      'Ngày 25/5, UBND tỉnh Hà Tĩnh tổ chức hội nghị gặp mặt Bí thư Đoàn tiêu biểu.',
      'hội nghị gặp mặt Bí thư Đoàn tiêu biểu',
    ],
    [
      'Quá trình tổ chức hội nghị hiệp thương lần 1, lần 2 tại xã Cẩm Mỹ ngày 25/5 đều tốt.',
      'hội nghị hiệp thương lần 1',
    ],
    [
      'Tại hội nghị sơ kết công tác chống buôn lậu, gian lận thương mại và hàng giả 6 tháng đầu năm 2023 ở Hà Tĩnh, ông Tám nói.',
      'hội nghị sơ kết công tác chống buôn lậu, gian lận thương mại và hàng giả 6 tháng đầu năm 2023',
    ],
    [
      'Ông Tám dự buổi lễ khánh thành giai đoạn I khu tưởng niệm tại huyện Can Lộc.',
      'lễ khánh thành giai đoạn I khu tưởng niệm',
    ],
    [
      'Ông Tám dự lễ khánh thành, đặt tên trường mẫu giáo Hoa Sen tại huyện Can Lộc.',
      'lễ khánh thành, đặt tên trường mẫu giáo Hoa Sen',
    ],
  ])('ends where the next sentence or event begins: %s', (text, name) => {
    expect(found(text).map((one) => one.name)).toEqual([name]);
  });

  it('goes with the event that a caption without a stop names', () => {
    expect(
      said(
        'Ngày 25/5, UBND tỉnh Hà Tĩnh tổ chức lễ kỷ niệm 60 năm ngày thành lập.',
        'Ông Lê Văn Tám phát biểu khai mạc lễ kỷ niệm khẳng định tỉnh đã lớn.',
        'Ông Lê Văn Tám tham luận tại lễ kỷ niệm Phó Chủ tịch đề nghị tỉnh cố gắng.',
      ),
    ).toEqual(['le: UBND tỉnh Hà Tĩnh']);
  });

  it('takes the firm of whom all is said, and the levels that a firm has not', () => {
    const [one, ...others] = found(
      'Ông Tám chủ trì hội nghị tổng kết năm 2022 của Tổng Công ty tại Hà Nội.',
      'Hội nghị tổng kết năm 2022 của Huawei Việt Nam có 200 người.',
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({ organiser: 'Huawei Việt Nam', level: null });
  });
});

describe('a body', () => {
  it('is the one assembly of which other sessions are told', () => {
    expect(
      said('Chương trình kỳ họp thứ 3, Quốc hội khóa XIV dài.', 'Kỳ họp thứ 2 đã bàn việc này.'),
    ).toEqual(['ky-hop: Quốc hội', 'ky-hop: Quốc hội']);
    expect(
      said(
        'Kỳ họp thứ 3 HĐND huyện Can Lộc và kỳ họp thứ 5 HĐND huyện Lộc Hà đã bế mạc.',
        'Tại kỳ họp thứ 2, việc này đã được bàn.',
      ).at(-1),
    ).toBe('ky-hop: null');
  });

  it.each([
    ['Cục Quản lý thị trường', 'trung-uong'],
    ['Cục Thuế tỉnh Hà Tĩnh', 'tinh'],
    ['UBND thị xã Hồng Lĩnh', 'huyen'],
  ])('has its level: %s', (body, level) => {
    expect(found(`Sáng 25/5, ${body} tổ chức hội nghị chuyên đề.`)[0]?.level).toBe(level);
  });
});

describe('when', () => {
  const one = (text: string) => found(text)[0];

  it.each([
    'Báo cáo trình Quốc hội tại kỳ họp thứ ba khai mạc sáng 22/6 tới đây.',
    'Ông Tám họp bàn việc tổ chức đại hội nhiệm kỳ 2023 - 2028 của Hội Nông dân xã Cẩm Mỹ.',
    'Đại hội Đảng bộ xã Cẩm Mỹ lần thứ 20 vẫn chưa diễn ra.',
    'Sáng mai, Sở Y tế chủ trì tổ chức hội nghị chuyên đề phòng dịch.',
    'Nội dung được xin ý kiến HĐND tỉnh Hà Tĩnh tại kỳ họp sắp tới về giao thông.',
  ])('is still to come: %s', (text) => expect(one(text)?.status).toBe('planned'));

  it.each([
    'Theo tài liệu cho hội nghị sơ kết 6 tháng của Sở Y tế diễn ra ngày 14/5, số ca giảm.',
    'Đại hội Đảng bộ xã Cẩm Mỹ lần thứ 20 kéo dài từ ngày 12/5 tới ngày 14/5.',
  ])('is over: %s', (text) => expect(one(text)?.status).toBe('held'));

  it('is definite by a day, though its year is not known', () => {
    const plain = { id: '1', publishedAt: null, newspaper: null, headline: null, sapo: null };
    const all = (text: string) =>
      readPlain({ ...plain, paragraphs: [text] }, HATINH).conferences.length;
    expect(all('Tại hội nghị vừa diễn ra ngày 23/5, ông Tám ở Hà Tĩnh nói ít.')).toBe(1);
    expect(all('Tại hội nghị vừa diễn ra, ông Tám ở Hà Tĩnh nói ít.')).toBe(0);
  });

  it('has no other day than that at its head, even if the year is not known', () => {
    const plain = { id: '1', publishedAt: null, newspaper: null, headline: null, sapo: null };
    const date = (text: string) =>
      readPlain({ ...plain, paragraphs: [text] }, HATINH).conferences[0]?.date;
    const told = 'Bộ Y tế tổ chức hội nghị phổ biến thông tư để áp dụng trong tháng 10/2017.';
    expect(date(`Chiều 15/5, ${told}`)).toBeNull();
    expect(date(`Chiều 15/5/2017, ${told}`)).toEqual({ from: '2017-05-15', to: '2017-05-15' });
  });

  it('has its first and last day, though the first is told twice', () => {
    expect(
      one('Kỳ họp thứ nhất HĐND tỉnh khai mạc vào thứ ba, ngày 20/6 và bế mạc vào ngày 3/7.')?.date,
    ).toEqual({ from: '2023-06-20', to: '2023-07-03' });
  });
});

describe('the joining key', () => {
  const full = key('Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị sơ kết giữa nhiệm kỳ.');

  it.each([
    'Đảng bộ huyện Lộc Hà đã tổ chức hội nghị sơ kết giữa nhiệm kỳ.',
    'Huyện ủy Lộc Hà vừa tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025.',
    'Tại hội nghị sơ kết giữa nhiệm kỳ của Đảng bộ huyện Lộc Hà hôm 24/5 có 200 đại biểu.',
  ])('is equal for: %s', (text) => {
    expect(full).toBeTruthy();
    expect(key(text)).toBe(full);
  });

  it.each([
    'Sáng 24/5, Đảng bộ huyện Can Lộc tổ chức hội nghị sơ kết giữa nhiệm kỳ.',
    'Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị tổng kết nhiệm kỳ.',
    'Sáng 24/5, UBND huyện Lộc Hà tổ chức hội nghị sơ kết giữa nhiệm kỳ.',
    'Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị sơ kết 6 tháng đầu năm.',
  ])('differs for: %s', (text) => {
    expect(key(text)).not.toBe(full);
  });

  it('is empty where too little is known', () => {
    expect(key('Sáng 24/5 diễn ra hội nghị sơ kết giữa nhiệm kỳ.')).toBe('');
  });
});

describe('hostile text', () => {
  it('stays bounded on a paragraph of nothing but heads', () => {
    for (const unit of ['hội nghị của ', 'Đại hội Đảng bộ, ', 'kỳ họp thứ 3 HĐND và '])
      expect(found(unit.repeat(4_000)).length).toBeLessThanOrEqual(100);
  });

  const pieces = fc.constantFrom(
    'hội nghị ',
    'Hội nghị sơ kết ',
    'đại hội ',
    'lễ kỷ niệm ',
    'kỳ họp thứ 3 ',
    'tổ chức ',
    'các đảng bộ ',
    'Đảng bộ huyện Lộc Hà ',
    'A, B và C ',
    '(',
    ')',
    '“',
    '”',
    '. ',
    ', ',
    'ngày 24/5 ',
    'sơ kết ',
    'của ',
    'do ',
    '\u200b',
    '\u0301',
    '\ud800',
    '𝒜 ',
    '\n',
    'İ',
    'nhiệm kỳ 2020 - 2025 ',
  );

  it('never throws; every evidence points into its text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        const article = read(parts.join(''), parts.toReversed().join(''));
        const texts = new Map(passages(article).map(({ paragraph, text }) => [paragraph, text]));
        for (const conference of article.conferences) {
          expect(conference.evidence.length).toBeGreaterThan(0);
          for (const span of conference.evidence) {
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(texts.get(span.paragraph)?.length ?? -1);
            expect(textAt(article, span)).not.toBe('');
          }
        }
        expect(conferenceKeys(article)).toHaveLength(article.conferences.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('sessions and papers', () => {
  it.each([
    ['Sáng 25/5, HĐND huyện Can Lộc khai mạc kỳ họp thứ 14 mới nhất.', 'kỳ họp thứ 14'],
    ['Kỳ họp thứ 14, HĐND huyện Can Lộc kết thúc sáng 25/5.', 'Kỳ họp thứ 14, HĐND huyện Can Lộc'],
  ])('the name of a session ends with its assembly: %s', (text, name) => {
    expect(found(text).map((one) => one.name)).toEqual([name]);
  });

  it.each([
    'Kỳ họp thứ 14 HĐND huyện Can Lộc chuẩn bị diễn ra.',
    'Ngân hàng Sông Lam vừa công bố tài liệu họp đại hội đồng cổ đông thường niên năm 2023.',
  ])('is still to come: %s', (text) => {
    expect(found(text).map(({ status }) => status)).toEqual(['planned']);
  });
});

describe('what else an article says of its event', () => {
  it.each([
    ['Tại kỳ họp này, Chính phủ trình Quốc hội dự án luật mới.', ['ky-hop: Quốc hội']],
    [
      'Tại kỳ họp HĐND huyện Can Lộc gần đây, cử tri hỏi về nước sạch.',
      ['ky-hop: HĐND huyện Can Lộc'],
    ],
    ['Công an tỉnh Hà Tĩnh sẽ làm lễ ra quân vào ngày 8/6.', ['le: Công an tỉnh Hà Tĩnh']],
    ['Sau buổi họp, Quốc hội làm lễ chào cờ.', []],
    // held where the headline does not say
    [
      'Học sinh Hà Tĩnh đoạt giải tại Hội thi Khoa học kỹ thuật quốc tế năm 2023.\nHội thi Khoa học kỹ thuật quốc tế năm 2023 diễn ra tại Los Angeles (Hoa Kỳ).',
      [],
    ],
    [
      'Bộ trưởng dự Hội nghị Bộ trưởng Quốc phòng Tổ chức Hiệp ước Bắc Đại Tây Dương ngày 24/5.',
      [],
    ],
    // fallen abroad, buried at home
    [
      'Sáng 25/5, UBND tỉnh Hà Tĩnh tổ chức lễ truy điệu và an táng 12 liệt sĩ hy sinh tại Lào.',
      ['le: UBND tỉnh Hà Tĩnh'],
    ],
    [
      'Sáng 25/5, nhân dân Can Lộc dự lễ truy điệu, an táng các liệt sĩ vừa được tìm thấy.',
      ['le: null'],
    ],
    [
      'Bài nói của Chủ tịch Quốc hội tại lễ kỷ niệm lần thứ 85 ngày sinh Chủ tịch Hồ Chí Minh, ngày 19/5/1975 còn ở Hà Tĩnh.',
      ['le: null'],
    ],
    ['Tối 25/5, anh Tám ở Can Lộc dự lễ kỷ niệm ngày sinh của bạn.', []],
    // "trao" and "trao tặng"
    [
      'Sáng 25/5, Đảng ủy xã Cẩm Mỹ tổ chức lễ trao tặng Huy hiệu Đảng.\nLễ trao Huy hiệu Đảng có 200 người dự.',
      ['le: Đảng ủy xã Cẩm Mỹ'],
    ],
  ])('%s', (text, events) => {
    expect(said(...text.split('\n'))).toEqual(events);
  });

  it('ends the name behind what stands in marks', () => {
    const [one] = found(
      'Ngay sau "Hội nghị Diên Hồng" lần thứ hai giữa UBND tỉnh Hà Tĩnh với doanh nghiệp, chiều 25/5, lãnh đạo tỉnh chủ trì buổi làm việc khác.',
    );
    expect(one?.name).toBe(
      'Hội nghị Diên Hồng" lần thứ hai giữa UBND tỉnh Hà Tĩnh với doanh nghiệp',
    );
  });

  it('takes no farther day where the year of the nearer one is unknown', () => {
    const { conferences } = readPlain(
      {
        id: '1',
        publishedAt: null,
        newspaper: null,
        headline: null,
        sapo: null,
        paragraphs: [
          'Tháng 10/2017, giá mới có hiệu lực. Chiều 15/5, tại Hà Tĩnh, Sở Y tế tổ chức hội nghị triển khai giá mới.',
          'Ngày 6/2/2017 (tức ngày 10, tháng Giêng), Huyện ủy Can Lộc tổ chức hội nghị chuyên đề về trồng cây.',
        ],
      },
      HATINH,
    );
    expect(conferences.map(({ date }) => date)).toEqual([
      null,
      { from: '2017-02-06', to: '2017-02-06' },
    ]);
  });
});
