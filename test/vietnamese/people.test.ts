import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeople } from '../../vietnamese/index.ts';
import { office } from '../../vietnamese/offices.ts';

// All sentences here are our own.
const people = (...texts: string[]) =>
  findPeople(texts.map((text, i) => ({ paragraph: i + 1, type: 'paragraph', text })));
const titles = (text: string) =>
  people(text).map(({ name, offices }) => [name, offices.map(({ title }) => title)]);

describe('titles', () => {
  it.each([
    [
      'Chủ tịch UBND tỉnh Hà Tĩnh Trần Văn Sáu đến sớm.',
      'Trần Văn Sáu',
      ['Chủ tịch UBND tỉnh Hà Tĩnh'],
    ],
    [
      'Ông Lê Văn Tám, Phó Giám đốc Trung tâm Y tế dự phòng Hà Tĩnh, cho biết trời mưa.',
      'Lê Văn Tám',
      ['Phó Giám đốc Trung tâm Y tế dự phòng Hà Tĩnh'],
    ],
    [
      'Viện trưởng Viện Kiểm sát nhân dân tối cao Lê Văn Tám đến sớm.',
      'Lê Văn Tám',
      ['Viện trưởng Viện Kiểm sát nhân dân tối cao'],
    ],
    [
      'Ông Lê Văn Tám, Giám đốc Văn phòng đăng ký đất đai tỉnh Hà Tĩnh cho biết trời mưa.',
      'Lê Văn Tám',
      ['Giám đốc Văn phòng đăng ký đất đai tỉnh Hà Tĩnh'],
    ],
    [
      'Ông Lê Văn Tám, Phó Cục trưởng Cục Quản lý Khám, chữa bệnh (Bộ Y tế), đến sớm.',
      'Lê Văn Tám',
      ['Phó Cục trưởng Cục Quản lý Khám, chữa bệnh (Bộ Y tế)'],
    ],
    [
      'Ông Lê Văn Tám – Phó Chủ nhiệm Ủy ban Văn hóa, Giáo dục, Thanh niên và Nhi đồng của Quốc hội cho biết trời mưa.',
      'Lê Văn Tám',
      ['Phó Chủ nhiệm Ủy ban Văn hóa, Giáo dục, Thanh niên và Nhi đồng của Quốc hội'],
    ],
    [
      'Ông Lê Văn Tám, Phó Bí thư Huyện ủy, đồng thời là Chủ tịch UBND huyện Đức Thọ, đến sớm.',
      'Lê Văn Tám',
      ['Phó Bí thư Huyện ủy', 'Chủ tịch UBND huyện Đức Thọ'],
    ],
    [
      'Thầy Phan Văn Đức, Hiệu trưởng Trường THPT chuyên Lê Văn Tám cho biết trời mưa.',
      'Phan Văn Đức',
      ['Hiệu trưởng Trường THPT chuyên Lê Văn Tám'],
    ],
    [
      'Cô Lê Thị Tám, Hiệu trưởng Trường tiểu học Nguyễn Văn Ba đến sớm.',
      'Lê Thị Tám',
      ['Hiệu trưởng Trường tiểu học Nguyễn Văn Ba'],
    ],
    ['Tổng giám đốc của Zibaba Trương Dũng đến sớm.', 'Trương Dũng', ['Tổng giám đốc của Zibaba']],
    [
      'Chủ tịch của Real Madrid, John Smith từng nói ít.',
      'John Smith',
      ['Chủ tịch của Real Madrid'],
    ],
    [
      'John Smith – nhà sáng lập kiêm CEO Zolar Partners đã nói trời mưa.',
      'John Smith',
      ['nhà sáng lập kiêm CEO Zolar Partners'],
    ],
    ['Phó đô đốc hải quân Pháp John Smith nói trời mưa.', 'John Smith', []],
    ['Chủ tịch HĐND tỉnh Tăng Thị Bình đến sớm.', 'Tăng Thị Bình', ['Chủ tịch HĐND tỉnh']],
    ['Bí thư Tỉnh đoàn Hà Lượng Trí đến sớm.', 'Hà Lượng Trí', ['Bí thư Tỉnh đoàn']],
    [
      'Chánh văn phòng UBND tỉnh Thái Bình Kiều Văn Tám đến sớm.',
      'Kiều Văn Tám',
      ['Chánh văn phòng UBND tỉnh Thái Bình'],
    ],
    ['CEO Facebook John Smith đến sớm.', 'John Smith', ['CEO Facebook']],
    [
      'Chủ tịch hãng đầu tư Z Combinator, ông John Smith, đến sớm.',
      'John Smith',
      ['Chủ tịch hãng đầu tư Z Combinator'],
    ],
    ['Đại võ sư Lê Văn Tám đến sớm.', 'Lê Văn Tám', ['Đại võ sư']],
    [
      'Ông Lê Văn Tám, Chủ tịch Hiệp hội Lúa gạo (HLG) Phát biểu tại diễn đàn.',
      'Lê Văn Tám',
      ['Chủ tịch Hiệp hội Lúa gạo (HLG)'],
    ],
    ['Cục trưởng Cục Thuế tỉnh Giản Tư Hòa đến sớm.', 'Giản Tư Hòa', ['Cục trưởng Cục Thuế tỉnh']],
    [
      'Chủ tịch UBND tỉnh Thừa Thiên Huế Lê Văn Tám đến sớm.',
      'Lê Văn Tám',
      ['Chủ tịch UBND tỉnh Thừa Thiên Huế'],
    ],
    [
      'Bí thư Đảng ủy xã Nam Phúc (Cẩm Xuyên) Lê Văn Tám đến sớm.',
      'Lê Văn Tám',
      ['Bí thư Đảng ủy xã Nam Phúc (Cẩm Xuyên)'],
    ],
    [
      'Ông Lê Văn Tám, Giám đốc Sở Y tế Hà Tĩnh, đến sớm.',
      'Lê Văn Tám',
      ['Giám đốc Sở Y tế Hà Tĩnh'],
    ],
    [
      'Ông Lê Văn Tám (Trưởng phòng Nội vụ huyện Đức Thọ) đến sớm.',
      'Lê Văn Tám',
      ['Trưởng phòng Nội vụ huyện Đức Thọ'],
    ],
    [
      'Trung tá Lê Văn Tám - Phó Bí thư Đảng ủy, Chính trị viên Ban Chỉ huy Quân sự huyện Đức Thọ nói ít.',
      'Lê Văn Tám',
      ['Phó Bí thư Đảng ủy', 'Chính trị viên Ban Chỉ huy Quân sự huyện Đức Thọ'],
    ],
    [
      'Đồng chí Lê Văn Tám – Ủy viên Trung ương Đảng, Phó Bí thư Tỉnh ủy; Trưởng đoàn ĐBQH tỉnh đã tới.',
      'Lê Văn Tám',
      ['Ủy viên Trung ương Đảng', 'Phó Bí thư Tỉnh ủy', 'Trưởng đoàn ĐBQH tỉnh'],
    ],
    [
      'Ông Lê Văn Tám, Trưởng khoa Nội, Bệnh viện Phổi tỉnh, nói ít.',
      'Lê Văn Tám',
      ['Trưởng khoa Nội, Bệnh viện Phổi tỉnh'],
    ],
    ['Thủ tướng Anh Mark Twain Smith đến sớm.', 'Mark Twain Smith', ['Thủ tướng Anh']],
    [
      'Giám đốc Bệnh viện Phổi tỉnh Trương Hồng Sáu đến sớm.',
      'Trương Hồng Sáu',
      ['Giám đốc Bệnh viện Phổi tỉnh'],
    ],
    [
      'Ông Lê Văn Tám, Giám đốc phân tích của Công ty A, đến sớm.',
      'Lê Văn Tám',
      ['Giám đốc phân tích của Công ty A'],
    ],
    ['PGS.TS Lê Văn Tám đến sớm.', 'Lê Văn Tám', []],
    [
      'PGS.TS Lê Văn Tám, Hiệu trưởng Trường Đại học Nông lâm - Đại học Quốc gia Hà Nội, đến sớm.',
      'Lê Văn Tám',
      ['Hiệu trưởng Trường Đại học Nông lâm - Đại học Quốc gia Hà Nội'],
    ],
    ['Ông Lê Văn Tám Bí thư Tỉnh ủy Phú Yên đến sớm.', 'Lê Văn Tám', ['Bí thư Tỉnh ủy Phú Yên']],
    [
      'Theo ông Lê Văn Tám, Phó Chủ tịch của Anbo, công ty này đã lên kế hoạch.',
      'Lê Văn Tám',
      ['Phó Chủ tịch của Anbo'],
    ],
    [
      'Ông Lê Văn Tám, Giám đốc Sở Y tế Hà Tĩnh xung quanh vụ việc này.',
      'Lê Văn Tám',
      ['Giám đốc Sở Y tế Hà Tĩnh'],
    ],
    [
      'Nhà khí tượng học Zoe Mandry thuộc Đại học Anbo cho biết.',
      'Zoe Mandry',
      ['Nhà khí tượng học'],
    ],
    ['Em Lê Thị ý Nhi đến sớm.', 'Lê Thị ý Nhi', []],
    ['Tổng thống Mỹ Tom Bradson đến sớm.', 'Tom Bradson', ['Tổng thống Mỹ']],
    [
      'Wang Xiaomen, giáo sư khảo cổ học tại Đại học Bắc Kinh, nói ít.',
      'Wang Xiaomen',
      ['giáo sư khảo cổ học tại Đại học Bắc Kinh'],
    ],
    ['Giáo sư Wang Xiaomen nói ít.', 'Wang Xiaomen', []],
    ['Phó Chủ tịch UBND TP Lê Văn Tám đến sớm.', 'Lê Văn Tám', ['Phó Chủ tịch UBND TP']],
    [
      'Thiếu tướng Lê Văn Tám, Phó Chính ủy Quân chủng Phòng không - Không quân, đến sớm.',
      'Lê Văn Tám',
      ['Phó Chính ủy Quân chủng Phòng không - Không quân'],
    ],
    ['Chủ tịch QH Nguyễn Thị Kim Sáu đến sớm.', 'Nguyễn Thị Kim Sáu', ['Chủ tịch QH']],
    ['Ông Lê Văn Tám, HLV người Đức chuyên về thể lực.', 'Lê Văn Tám', ['HLV người Đức']],
    ['Đại biểu Phan Nguyễn Như Sáu đến sớm.', 'Phan Nguyễn Như Sáu', ['Đại biểu']],
    ['Trao đổi với phóng viên, luật sư Lê Văn Tám nói ít.', 'Lê Văn Tám', ['luật sư']],
    [
      'Ông Lê Văn Tám, Chủ tịch Hội Làm vườn đồng thời là người trồng cam, đến sớm.',
      'Lê Văn Tám',
      ['Chủ tịch Hội Làm vườn'],
    ],
    ['Ông Lê Văn Tám, 45 tuổi, Trưởng thôn Đông, đến sớm.', 'Lê Văn Tám', ['Trưởng thôn Đông']],
    [
      'Ông Lê Văn Tám, Giám đốc Bệnh viện Phan Đình Phùng, cho biết trời mưa.',
      'Lê Văn Tám',
      ['Giám đốc Bệnh viện Phan Đình Phùng'],
    ],
    [
      'Ông Lê Văn Tám - Phó Chủ tịch Hội Nông dân xã, Giám đốc Cty TNHH một thành viên Trần Quang Bảy cho biết trời mưa.',
      'Lê Văn Tám',
      ['Phó Chủ tịch Hội Nông dân xã', 'Giám đốc Cty TNHH một thành viên Trần Quang Bảy'],
    ],
    [
      'Ông Lê Văn Tám - Phó Giám đốc Sở Y tế Hà Tĩnh nghiêm túc nhìn nhận.',
      'Lê Văn Tám',
      ['Phó Giám đốc Sở Y tế Hà Tĩnh'],
    ],
    [
      'Ông Lê Văn Tám, Phó Giám đốc Bệnh viện Hà Tĩnh cơ sở hai, đến sớm.',
      'Lê Văn Tám',
      ['Phó Giám đốc Bệnh viện Hà Tĩnh cơ sở hai'],
    ],
    [
      'Đại sứ Việt Nam tại Ấn Độ kiêm nhiệm Nepal và Bhutan Phạm Văn Sáu nói ít.',
      'Phạm Văn Sáu',
      ['Đại sứ Việt Nam tại Ấn Độ kiêm nhiệm Nepal và Bhutan'],
    ],
    [
      'Ông Lê Văn Tám, thành viên Hội đồng Giải thưởng và cũng là Phó Hiệu trưởng Trường Đại học Lam, nói ít.',
      'Lê Văn Tám',
      ['thành viên Hội đồng Giải thưởng', 'Phó Hiệu trưởng Trường Đại học Lam'],
    ],
    [
      'Thầy Lê Văn Tám hiện là Trưởng khoa Công nghệ thông tin, Trường Cao đẳng Hà Tĩnh.',
      'Lê Văn Tám',
      ['Trưởng khoa Công nghệ thông tin, Trường Cao đẳng Hà Tĩnh'],
    ],
    [
      'Lê Văn Tám, nhà nghiên cứu quốc phòng từ Viện Khoa học Lam Giang, nhận định.',
      'Lê Văn Tám',
      ['nhà nghiên cứu quốc phòng từ Viện Khoa học Lam Giang'],
    ],
    [
      'Trưởng Công an xã Sơn Kim 1, ông Lê Văn Tám, đến sớm.',
      'Lê Văn Tám',
      ['Trưởng Công an xã Sơn Kim 1'],
    ],
    [
      'Một Ryan Massin (HLV tạm quyền của Anbo) rất khác.',
      'Ryan Massin',
      ['HLV tạm quyền của Anbo'],
    ],
    ['Giáo viên Lê Văn Tám từ Hà Nội đến.', 'Lê Văn Tám', ['Giáo viên']],
    ['Thầy Lê Văn Tám hiện là niềm vui của Trưởng khoa.', 'Lê Văn Tám', []],
    ['Ông Lê Văn Tám, Bí thư Thành ủy chủ trì buổi họp mặt.', 'Lê Văn Tám', ['Bí thư Thành ủy']],
    [
      'Lê Văn Tám, một quản lý tại nhà hàng Bến Nước cho biết.',
      'Lê Văn Tám',
      ['quản lý tại nhà hàng Bến Nước'],
    ],
    [
      'Li Mingsun, phó giáo sư tại Trường Nghiên cứu Quốc tế S. Ratnam ở Singapore, nhận định.',
      'Li Mingsun',
      ['phó giáo sư tại Trường Nghiên cứu Quốc tế S. Ratnam ở Singapore'],
    ],
    ['Thủ khoa trường đại học quốc dân Phạm Nguyễn Minh Sáu đến sớm.', 'Phạm Nguyễn Minh Sáu', []],
    [
      'Ngoại trưởng Mỹ Harsh Vardman Shringo đến; ông Harsh Shringo nói ít.',
      'Harsh Vardman Shringo',
      ['Ngoại trưởng Mỹ'],
    ],
  ])('%s', (text, name, expected) => expect(titles(text)).toEqual([[name, expected]]));

  it('gives each of two persons that "và" joins the own title', () => {
    expect(
      titles(
        'PGS.TS Lê Thị Tám, Giám đốc Trung tâm Phổi và BSCK2 Lê Văn Bảy, Trưởng khoa Nội, đến.',
      ),
    ).toEqual([
      ['Lê Thị Tám', ['Giám đốc Trung tâm Phổi']],
      ['Lê Văn Bảy', ['Trưởng khoa Nội']],
    ]);
    expect(titles('Ông Lê Văn Tám, Giám đốc Sở Khoa học và CN Hà Tĩnh, đến.')).toEqual([
      ['Lê Văn Tám', ['Giám đốc Sở Khoa học và CN Hà Tĩnh']],
    ]);
  });

  it('parts rank, degree and honorific from the office', () => {
    expect(people('Đại tá, TS Lê Văn Tám, Giám đốc Công an tỉnh, đến sớm.')[0]).toMatchObject({
      rank: 'Đại tá',
      degree: 'TS',
      mention: 'Đại tá, TS Lê Văn Tám',
    });
    expect(people('Bà Trần Thị Mai đến sớm.')[0]).toMatchObject({ honorific: 'bà', offices: [] });
  });

  it('gives the office its organisation and place', () => {
    expect(
      people('Ông Lê Văn Tám, nguyên Chủ tịch UBND huyện Đức Thọ, nói ít.')[0]?.offices,
    ).toEqual([
      {
        title: 'Chủ tịch UBND huyện Đức Thọ',
        former: true,
        organisation: 'UBND huyện Đức Thọ',
        place: 'huyện Đức Thọ',
      },
    ]);
  });
});

describe('the organisation and the place of an office', () => {
  it.each([
    ['Phó Bí thư Thường trực Tỉnh ủy', 'Tỉnh ủy', null],
    ['Bí thư Huyện ủy Lộc Hà', 'Huyện ủy Lộc Hà', 'Lộc Hà'],
    ['Giám đốc Sở Y tế Hà Nội', 'Sở Y tế Hà Nội', 'Hà Nội'],
    ['Giám đốc Sở Công Thương', 'Sở Công Thương', null],
    ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy', null],
    ['Phó Trưởng đoàn chuyên trách Đoàn ĐBQH tỉnh', 'Đoàn ĐBQH tỉnh', null],
    ['Trưởng ban Tổ chức Huyện ủy', 'ban Tổ chức Huyện ủy', null],
    ['Chủ tịch UBND phường 5, quận 3', 'UBND phường 5, quận 3', 'phường 5, quận 3'],
    ['Chủ tịch nước', null, null],
  ])('%s', (title, organisation, place) =>
    expect(office({ title, former: false, kind: 'state' })).toMatchObject({ organisation, place }),
  );
});

describe('public office', () => {
  it.each([
    ['Bí thư Huyện ủy', true],
    ['Giám đốc Sở Nội vụ', true],
    ['Chủ tịch Hội Nông dân xã', true],
    ['Trưởng Công an huyện', true],
    ['Hiệu trưởng Trường THPT Số 1', true],
    ['Phó Giám đốc Bệnh viện Đa khoa tỉnh', true],
    ['Trưởng thôn Đông', true],
    ['Tổng thống Mỹ', true],
    ['Vụ trưởng Vụ Truyền thông Ngân hàng Nhà nước', true],
    ['Chủ tịch Trung Quốc', true],
    ['Trưởng khoa Nông học Trường Đại học A', true],
    ['Phó Chủ tịch TP Hội An', true],
    ['Trưởng phòng Tham mưu, CA tỉnh', true],
    ['Chánh Văn phòng Hội Kiến trúc sư', false],
    ['Giám đốc Trung tâm Bất động sản A, TP Đà Nẵng', false],
    ['nguyên Bí thư Huyện ủy', false],
    ['Phó Chủ tịch đầu tư của Anbo', false],
    ['Giám đốc dịch vụ khách hàng', false],
    ['Chủ tịch HĐQT Công ty A', false],
    ['Giám đốc Điện lực huyện', false],
    ['Chủ tịch Liên đoàn Bóng đá', false],
    ['giảng viên Trường Đại học A', false],
    ['Trưởng khoa Nội Bệnh viện A', false],
    ['luật sư', false],
  ])('%s: %s', (title, official) => {
    expect(people(`Ông Lê Văn Tám, ${title}, đã tới.`)[0]?.official).toBe(official);
  });
});

describe('parts in a meeting', () => {
  it('tells who chairs, attends, presents', () => {
    const found = people(
      'Dự hội nghị có các đồng chí: Lê Văn Tám, Bí thư Huyện ủy; Trần Thị Mai, Phó Bí thư Huyện ủy.',
      'Ông Phạm Văn Bảy, Chủ tịch UBND huyện, chủ trì hội nghị.',
      'Bà Đỗ Thị Chín trình bày báo cáo.',
      'Ông Hồ Văn Mười ở nhà.',
    );
    expect(found.map(({ name, roles }) => [name, roles])).toEqual([
      ['Lê Văn Tám', ['attends']],
      ['Trần Thị Mai', ['attends']],
      ['Phạm Văn Bảy', ['chairs']],
      ['Đỗ Thị Chín', ['presents']],
      ['Hồ Văn Mười', ['other']],
    ]);
    expect(found[0]?.evidence).toEqual([{ paragraph: 1, start: 29, end: 39 }]);
  });

  it('knows the chair behind "dưới sự chủ trì của"', () => {
    expect(
      people('Dưới sự chủ trì của đồng chí Lê Văn Tám, hội nghị đã khai mạc.')[0]?.roles,
    ).toContain('chairs');
  });
});

describe('who is nobody', () => {
  it.each([
    'Đường Nguyễn Trãi đã thông xe.',
    'Phường Lê Đại Hành có chợ mới.',
    'Trường THPT Phan Đình Phùng khai giảng.',
    'Anh và Mỹ đã ký kết.',
    'Công an huyện Lộc Hà vào cuộc.',
    'Quỹ học bổng Vừ A Dính trao quà.',
    'Tờ Siam Sportnews đã viết như vậy.',
    'Đại sứ quán Bỉ tại Hà Nội ra thông báo.',
  ])('%s', (text) => expect(people(text)).toEqual([]));
});

it('every evidence lies inside its paragraph', () => {
  const piece = fc.constantFrom(
    'ông ',
    'Lê Văn Tám',
    ', ',
    '(',
    ')',
    ' - ',
    'Giám đốc ',
    'Sở ',
    'dự ',
    '. ',
    '\u200b',
    'TS. ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const { evidence } of people(text)) {
        for (const { start, end } of evidence) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
  );
});
