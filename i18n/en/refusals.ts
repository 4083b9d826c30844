/** What could not be done, and what to do about it. */
export const REFUSALS = {
  'Câu hỏi chưa đúng': 'Not a question that can be answered',
  'Chưa sửa được': 'Not corrected',
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
} as const;
