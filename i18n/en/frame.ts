/** The frame of every page, and what ends in a notice. */
export const FRAME = {
  'Đăng xuất': 'Log out',
  'Trang này không đi qua https: ai ở giữa đường cũng đọc được mật khẩu và nội dung. Người quản trị: đặt DIEMBAO_PUBLIC_URL là địa chỉ https.':
    'This page does not travel by https: anybody on the way can read passwords and content. Administrator: set DIEMBAO_PUBLIC_URL to an https address.',
  'Quản trị': 'Administration',
  'Tìm bài': 'Search',
  'Hội nghị##many': 'Conferences',
  'Cán bộ': 'Officials',
  'Địa phương': 'Localities',
  'Điểm báo': 'Press reviews',
  'Tìm kiếm đã lưu': 'Saved searches',
  'Tình trạng': 'Status',
  'Các trang chính': 'Main pages',
  'Đến nội dung': 'Skip to content',
  'Bài viết thuộc về các báo; Điểm Báo chỉ lập chỉ mục và dẫn về bản gốc.':
    'The articles belong to their newspapers; Điểm Báo only indexes them and links to the originals.',
  'Về trang tìm bài': 'Back to the search page',
  'Kho chưa có bài nào nên trang này còn trống. Xem thử với ba tờ báo mẫu: chạy {command}; muốn lấy báo thật: {start}.':
    'The archive has no article yet, so there is nothing on this page. To try it with three synthetic newspapers run {command}; for real newspapers: {start}.',
  'cách bắt đầu': 'how to begin',
} as const;
