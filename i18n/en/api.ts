/** The API's page, and what it refuses. */
export const API = {
  'API cho chương trình': 'API for programs',
  'Mọi trang đều có dữ liệu JSON dưới /api/v1. Khi đã có tài khoản, chương trình gửi khóa ở đầu mục Authorization: Bearer diembao_…; lập khóa ở trang Tài khoản.':
    'Every page has its data as JSON under /api/v1. Once there are accounts, programs send a token in the header Authorization: Bearer diembao_…; tokens are made on the page of one’s account.',
  'Tài liệu OpenAPI 3.1': 'OpenAPI 3.1 document',
  'Tham số': 'Parameter',
  Ở: 'In',
  'Ý nghĩa': 'Meaning',
  'Nội dung gửi': 'Body',
  'Trả lời': 'Answer',
  'Không có tham số "{name}"': 'there is no parameter "{name}"',
  'Tham số "{name}" chỉ được nêu một lần': 'the parameter "{name}" may be given once only',
  'Nội dung gửi lên không phải JSON': 'the body is not JSON',
  '"{text}" không phải số': '"{text}" is no number',
  'Quá nhiều yêu cầu; xin đợi {n} giây.': {
    one: 'Too many requests: wait {n} s.',
    other: 'Too many requests: wait {n} s.',
  },
  'bao: không có báo này': 'bao: there is no such newspaper',
} as const;
