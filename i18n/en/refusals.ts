/** What could not be done, and what to do about it. */
export const REFUSALS = {
  'Câu hỏi chưa đúng': 'Not a question that can be answered',
  'Chưa sửa được': 'Not corrected',
  'Câu hỏi dài nhất {n} ký tự.': 'A question has at most {n} characters.',
  'Câu hỏi có nhiều nhất {n} từ.': 'A question has at most {n} words.',
  'Chỉ loại trừ được nhiều nhất {n} từ hoặc cụm từ.':
    'At most {n} words or phrases can be excluded.',
  'Không có báo nào tên “{value}”.': 'No newspaper is called “{value}”.',
  'Ghi tên, mã hoặc địa chỉ của báo: nguồn:baohatinh.vn':
    'Give its name, id or address: nguồn:baohatinh.vn',
  'Không có tỉnh, huyện, xã nào tên “{value}”.':
    'No province, district or commune is called “{value}”.',
  'Xem lại tên và dấu; tên nhiều chữ đứng trước chữ khác thì để trong ngoặc: {example}':
    'Look at its name and marks; put a name of several words before other words into quotation marks: {example}',
  'Các địa phương đã ghi không nằm trong nhau.': 'The places named do not lie in each other.',
  'Không có loại hội nghị “{value}”.': 'There is no kind of conference “{value}”.',
  'Có thể ghi: {known}.': 'It may be: {known}.',
  '“{value}” không phải ngày, tháng hay năm có trong lịch.':
    '“{value}” is no day, month or year of the calendar.',
  'Ngày viết 26/5/2023, tháng viết 5/2023, năm viết 2023.':
    'A day is written 26/5/2023, a month 5/2023, a year 2023.',
  '“{value}” chưa rõ là có hay không.': '“{value}” says neither yes nor no.',
  'Ghi {yes} hoặc {no}.': 'Write {yes} or {no}.',
  'Mở lại trang, xem bản mới rồi sửa lại.':
    'Open the page again, look at the new version and make the change there.',
  '{name} đã lưu bản điểm báo này lúc {moment}; chưa ghi gì của lần sửa này':
    '{name} saved this press review at {moment}; nothing of this change was written',
  '{name} vừa đổi tìm kiếm này (nay tên “{now}”) lúc {moment}; chưa ghi gì của lần sửa này':
    '{name} changed this search (now called “{now}”) at {moment}; nothing of this change was written',
  'Chưa có kho ở {file}': 'there is no archive yet at {file}',
  'Lần thu thập đầu tiên lập kho; xem thử ngay: npm run demo':
    'the first crawl makes it; to have a look now: npm run demo',
  '{paper} ({host}) là báo thật: chưa lấy khi DIEMBAO_CONTACT chưa nói ai chịu trách nhiệm':
    '{paper} ({host}) is a real newspaper: it is not crawled before DIEMBAO_CONTACT says who answers for it',
  'Đặt DIEMBAO_CONTACT là địa chỉ web hoặc e-mail của mình':
    'Set DIEMBAO_CONTACT to a web page or e-mail address of yours',
  'Lần sửa trước ở chỗ này vừa được bỏ; chưa ghi gì của lần sửa này':
    'The correction made here before was taken back; nothing of this one was written',
  '{name} vừa sửa chỗ này lúc {moment}; chưa ghi gì của lần sửa này':
    '{name} corrected this at {moment}; nothing of this correction was written',
  '“{text}” không phải chỗ nối tiếp của danh sách': '“{text}” is not where a list goes on',
  'Mở lại danh sách từ đầu.': 'Open the list from its beginning.',
  'Có ngày không có trong lịch hoặc chưa ghi đủ ngày, tháng, năm':
    'A day is none of the calendar, or not written in full',
  'Quá nhiều bài có các từ đầu của câu hỏi dài này.':
    'Too many articles hold the first words of this long question.',
  'Bớt từ, hoặc để cụm từ trong ngoặc kép.':
    'Ask for fewer words, or put the phrase in quotation marks.',
  'Không tìm thấy': 'Not found',
  'Chưa làm được': 'Not done',
  'Nội dung gửi lên quá dài.': 'What was sent is too long.',
  'Quá dài': 'Too long',
  'Địa chỉ quá dài.': 'The address is too long.',
  'Địa chỉ quá dài': 'Too long an address',
  'Câu hỏi dài quá giới hạn; hãy rút ngắn lại.':
    'The question is longer than the limit; make it shorter.',
  'Không có trang này.': 'There is no such page.',
  'Máy chủ gặp lỗi': 'The server failed',
  'Xin thử lại; người quản trị xem nguyên nhân trong nhật ký.':
    'Please try again; the administrator finds the cause in the log.',
  'Không có tệp {file}': 'there is no file {file}',
  'Chọn csv, xlsx hoặc jsonl.': 'Choose csv, xlsx or jsonl.',
  'Chỉ mục tìm kiếm đang được làm lại': 'The search index is being built anew',
  'Chương trình vừa lên bản mới; tìm kiếm trở lại khi chỉ mục mới xong.':
    'The program has a new version; search comes back when the new index is complete.',
  'Người quản trị: `diembao serve` tự làm; xem tiến độ trong nhật ký, hoặc chạy `diembao index --rebuild`.':
    'Administrator: `diembao serve` does it by itself; its log tells how far it is, or run `diembao index --rebuild`.',
  'Chưa có chỉ mục tìm kiếm': 'There is no search index yet',
  'Các bài vẫn còn nguyên trong kho.': 'The articles are all in the archive.',
  'Người quản trị chạy `diembao index`.': 'Administrator: run `diembao index`.',
  'Máy tìm kiếm không trả lời': 'The search engine does not answer',
  'Chưa tìm được lúc này; bài, hội nghị và các trang khác vẫn xem được. Xin thử lại sau ít phút.':
    'Nothing can be searched now; articles, conferences and other pages can be read. Please try again in a few minutes.',
  'Người quản trị: khởi động lại Meilisearch, kiểm tra MEILI_URL và khóa; `diembao doctor` cho biết chỗ hỏng.':
    'Administrator: start Meilisearch again, check MEILI_URL and its key; `diembao doctor` tells what is wrong.',
  '"{text}" không phải số trang.': '"{text}" is no number of a page.',
  '"{text}" không phải số bài mỗi trang.': '"{text}" is no number of articles a page.',
  '"{text}" không phải số mục của mỗi bộ lọc.': '"{text}" is no number of values a filter.',
  '"{text}" không phải số mục mỗi trang.': '"{text}" is no number of entries a page.',
  'Hãy sửa địa chỉ trang, hoặc tìm lại từ đầu.': 'Correct the address of the page, or search anew.',
  'Cách xếp chỉ có thể là relevance, newest hoặc oldest.':
    'The order is one of relevance, newest and oldest.',
  'Bộ lọc "theo" chỉ có thể là {names}.': 'The filter "theo" is one of {names}.',
  'Thứ tự chỉ có thể là so (số bài) hoặc ten (tên).': 'The order is so (articles) or ten (name).',
  'Ghi tên người sửa, tối đa 80 chữ': 'say who corrects, in at most 80 characters',
  '--by TÊN': '--by NAME, DIEMBAO_USER',
  '{what} không có trong kho': '{what} is not in the archive',
  'Đoạn này đã được đọc lại trong lúc sửa; chưa ghi gì':
    'this paragraph was read anew meanwhile; nothing was stored',
  'Chỗ đó không có chữ nào': 'no words stand there',
  '"{text}" không phải là một ngày có thật, dạng YYYY-MM-DD':
    '"{text}" is no day of the form YYYY-MM-DD',
  'Ngày đầu {from} sau ngày cuối {to}': 'the first day {from} is after the last {to}',
  'Chưa ghi nơi nào': 'no place is given',
  'Không có gì thay đổi': 'nothing would change',
  'Nội dung sửa không hợp lệ: {fault}': 'not a correction: {fault}',
  'Ghi tên người làm, tối đa 80 chữ': 'say who does it, in at most 80 characters',
  'Không có lần ghép, tách số {act}': 'there is no joining or parting number {act}',
  '"{text}" có thể là nhiều nơi: {some}': '"{text}" may be several places: {some}',
  'Ghi thêm huyện, tỉnh, hoặc ghi mã đơn vị': 'add the district and province, or give the code.',
  '"{text}" không phải đơn vị hành chính vào ngày đăng bài':
    '"{text}" is no administrative unit on the day of the article',
  'Ghi tên kèm loại ("xã Thạch Kim, huyện Lộc Hà") hoặc mã của cơ quan thống kê.':
    'Give the name with its kind and what is above it, or the code of the statistical office.',
  'Trong bài không có chữ "{wanted}"': 'the article has no words "{wanted}"',
  '"{wanted}" có ở {n} chỗ: {where}': {
    one: '"{wanted}" stands at {n} place: {where}',
    other: '"{wanted}" stands at {n} places: {where}',
  },
  'Thêm --nth N hoặc --paragraph N': 'add --nth N or --paragraph N',
  'Sửa lại bộ lọc đầu trang': 'correct the filter at the head of the page.',
  '"{text}" không phải một ngày có thật (26/5/2023)': '"{text}" is no such day (26/5/2023).',
  '"{text}" không phải nhiệm kỳ, ví dụ 2020-2025': '"{text}" is no term such as 2020-2025.',
  'Không có địa phương nào mang mã "{value}"': 'there is no place with the code "{value}".',
  'Bộ lọc chữ cần ít nhất một chữ, tối đa {n} ký tự': {
    one: 'a filter of words has a letter and at most {n} character.',
    other: 'a filter of words has a letter and at most {n} characters.',
  },
  '"{value}" phải là một trong: {known}': '"{value}" must be one of: {known}.',
  'Ngày đầu sau ngày cuối': 'the first day is later than the last.',
  'Bộ lọc “{facet}” không có giá trị {value}.': 'The filter “{facet}” has no value {value}.',
  'Có thể chọn: {known}.': 'One can choose: {known}.',
  'Không có địa phương mang mã {value}.': 'There is no place with the code {value}.',
  '{value} không phải tháng có trong lịch.': 'The calendar has no month {value}.',
  '{value} không phải ngày có trong lịch.': 'The calendar has no day {value}.',
  'Tháng viết dạng YYYY-MM, ngày viết dạng YYYY-MM-DD.':
    'Months have the form YYYY-MM, days YYYY-MM-DD.',
  'Không có ngày {day} trong lịch.': 'The calendar has no day {day}.',
  '“{name}” chọn nhiều nhất {n} giá trị.': {
    one: 'At most {n} value of “{name}” can be chosen.',
    other: 'At most {n} values of “{name}” can be chosen.',
  },
  'Một giá trị của “{name}” dài quá.': 'A value of “{name}” is too long.',
  'Mỗi lần lấy từ 1 đến {most}, không phải {value}.': '1 to {most} at a time, not {value}.',
  'Không có trang {page}.': 'There is no page {page}.',
  'Chữ cần tìm dài nhất {n} ký tự.': {
    one: 'What is looked for has at most {n} character.',
    other: 'What is looked for has at most {n} characters.',
  },
  'Không có hội nghị {id}': 'there is no such conference: {id}',
  'Không có cán bộ {id}': 'there is no such official: {id}',
  'Hai hội nghị này đã là một': 'these two are one conference already',
  'Hai cán bộ này đã là một': 'these two are one official already',
  'Hãy chọn một số bài của hội nghị, không phải tất cả':
    'choose some of the articles of the conference, not all',
  'Hãy chọn một số bài của cán bộ, không phải tất cả':
    'choose some of the articles of the official, not all',
} as const;
