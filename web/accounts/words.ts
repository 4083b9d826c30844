/** Texts of the pages of accounts. */
import type { AuditAction } from '../../archive/accounts-port.ts';
import type { Role, Scope } from '../../core/account.ts';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  reader: 'người đọc',
  editor: 'biên tập',
  admin: 'quản trị',
};

export const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  read: 'đọc',
  edit: 'ghi',
  metrics: 'số đo vận hành',
};

export const ACTION_NAMES: Readonly<Record<AuditAction, string>> = {
  'correction-made': 'sửa bài',
  'correction-withdrawn': 'bỏ một lần sửa bài',
  'press-review-made': 'lập bản điểm báo',
  'press-review-saved': 'ghi bản điểm báo',
  'press-review-removed': 'xóa bản điểm báo',
  'conference-joined': 'ghép hội nghị',
  'conference-parted': 'tách hội nghị',
  'conference-act-withdrawn': 'bỏ một lần ghép, tách',
  'official-joined': 'ghép cán bộ',
  'official-parted': 'tách cán bộ',
  'official-act-withdrawn': 'bỏ một lần ghép, tách cán bộ',
  'saved-search-made': 'lưu tìm kiếm',
  'saved-search-changed': 'đổi tìm kiếm đã lưu',
  'saved-search-removed': 'xóa tìm kiếm đã lưu',
  'saved-search-target-added': 'thêm nơi nhận tin',
  'saved-search-target-removed': 'bỏ nơi nhận tin',
  'saved-search-feed': 'mở, đổi, tắt nguồn Atom',
  'user-made': 'lập tài khoản',
  'user-role': 'đổi vai trò',
  'user-password': 'đổi mật khẩu',
  'user-ended': 'kết thúc tài khoản',
  'token-made': 'lập khóa',
  'token-revoked': 'thu hồi khóa',
};

export const WORDS = {
  logIn: {
    title: 'Đăng nhập',
    name: 'Tên',
    password: 'Mật khẩu',
    submit: 'Đăng nhập',
    none: 'Chưa có tài khoản nào; trên máy này chưa cần đăng nhập.',
  },
  own: {
    title: 'Tài khoản của tôi',
    role: 'Vai trò',
    passwordTitle: 'Đổi mật khẩu',
    old: 'Mật khẩu hiện nay',
    fresh: 'Mật khẩu mới (ít nhất 10 ký tự)',
    change: 'Đổi mật khẩu',
    changed: 'Mọi phiên đăng nhập của tài khoản kết thúc khi đổi; hãy đăng nhập lại.',
    tokensTitle: 'Khóa cho chương trình (API)',
    tokenName: 'Dùng cho',
    days: 'Hạn, số ngày (để trống: không hạn)',
    scopes: 'Quyền',
    make: 'Lập khóa',
    once: 'Khóa mới, chỉ hiện một lần; hãy chép lại ngay:',
    none: 'Chưa có khóa nào.',
  },
  users: {
    title: 'Tài khoản',
    name: 'Tên',
    role: 'Vai trò',
    since: 'Lập lúc',
    state: 'Tình trạng',
    live: 'đang dùng',
    ended: 'đã kết thúc',
    changeRole: 'Đổi vai trò',
    password: 'Mật khẩu mới',
    setPassword: 'Đặt mật khẩu',
    end: 'Kết thúc tài khoản',
    addTitle: 'Lập tài khoản',
    add: 'Lập tài khoản',
    tokens: 'Khóa của mọi người',
    manage: 'Đổi…',
  },
  tokens: {
    owner: 'Của',
    name: 'Dùng cho',
    scopes: 'Quyền',
    made: 'Lập lúc',
    expires: 'Hạn',
    used: 'Dùng lần cuối',
    never: 'chưa',
    forever: 'không hạn',
    revoke: 'Thu hồi',
    revoked: 'đã thu hồi',
  },
  audit: {
    title: 'Nhật ký sửa đổi',
    by: 'Người làm',
    subject: 'Về',
    show: 'Xem',
    when: 'Lúc',
    what: 'Việc',
    detail: 'Chi tiết',
    none: 'Chưa có gì.',
    older: 'Cũ hơn',
    about:
      'Những gì đã sửa bằng tay. Người làm là tên tài khoản; trước khi có tài khoản và trên dòng lệnh là tên tự gõ.',
  },
} as const;
