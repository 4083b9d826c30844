/** The register of officials. */
export const OFFICIALS = {
  'Họ tên': 'Name',
  'Giữ chức ngày': 'Held on',
  'nguyên {office}': 'former {office}',
  'Không bài nào trong kho cho biết ai giữ chức vụ này đúng ngày {day}. Gần ngày ấy nhất:':
    'No article of the archive says who held this office on {day}. Closest to that day:',
  'Không có ai trong sổ.': 'The register has nobody.',
  'Người giữ hoặc từng giữ chức vụ công, theo các bài trong kho. Ngày ghi ở đây là ngày đăng của bài đầu và bài cuối nêu chức vụ ấy, không phải ngày nhậm chức và thôi chức.':
    'Who holds or held public office, by the articles of the archive. The days given here are those of the first and the last article that names the office, not of taking and leaving it.',
  'Tải danh sách:': 'Download the list:',
  'Bài đầu – bài cuối': 'First – last article',
  'Lời trích': 'Quotations',
  'trong bài đầu': 'in the first article',
  'Chức vụ theo thời gian': 'Offices over time',
  'Các bài không nêu chức vụ nào.': 'The articles name no office.',
  'Bài đầu nêu': 'First named',
  'Bài cuối nêu': 'Last named',
  '{office}': '{office}',
  'Lời được trích': 'Quotations',
  'Chưa bài nào trích lời người này.': 'No article quotes this person yet.',
  'Không còn lời nào nữa.': 'There are no further quotations.',
  'trong bài': 'in the article',
  'Lời cũ hơn →': 'Older quotations →',
  'Các bài nêu người này': 'Articles that name this person',
  'Bài cũ hơn →': 'Older articles →',
  'Người cùng tên trong sổ': 'Namesakes in the register',
  'Tách riêng vì giữ chức vụ ở nơi khác. Nếu là một người, hãy ghép bằng tay ở cuối trang.':
    'Kept apart because they held office elsewhere. If they are one person, join them by hand at the end of the page.',
  'cũng in là {names}': 'also printed {names}',
  '{n} lời trích': { one: '{n} quotation', other: '{n} quotations' },
  'Không có người này trong sổ.': 'The register has no such official.',
  'họ tên': 'name',
  'giữ chức ngày': 'held on',
  'nơi trước đây': 'former place',
  'nơi hiện nay': 'place today',
  'Tách theo chức vụ hoặc thời gian': 'Part by office or time',
  'Những bài khớp cả các ô dưới đây được coi là nói về một người khác cùng tên.':
    'Articles that fit all fields below count as told of another person of that name.',
  'mọi chức vụ': 'any office',
  'Quá {n} bài: hãy tách từng khoảng thời gian ngắn hơn':
    'over {n} articles: part them in shorter times',
} as const;
