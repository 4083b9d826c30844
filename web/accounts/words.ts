/** Names of roles, scopes and of what the audit log tells. */
import type { AuditAction } from '../../archive/accounts-port.ts';
import type { Role, Scope } from '../../core/account.ts';
import { msg, type Plain } from '../../i18n/text.ts';

export const ROLE_NAMES: Readonly<Record<Role, Plain>> = {
  reader: msg('người đọc'),
  editor: msg('biên tập'),
  admin: msg('quản trị'),
};

export const SCOPE_NAMES: Readonly<Record<Scope, Plain>> = {
  read: msg('đọc'),
  edit: msg('ghi'),
  metrics: msg('số đo vận hành'),
};

export const ACTION_NAMES: Readonly<Record<AuditAction, Plain>> = {
  'correction-made': msg('sửa bài'),
  'correction-withdrawn': msg('bỏ một lần sửa bài'),
  'press-review-made': msg('lập bản điểm báo'),
  'press-review-saved': msg('ghi bản điểm báo'),
  'press-review-removed': msg('xóa bản điểm báo'),
  'conference-joined': msg('ghép hội nghị'),
  'conference-parted': msg('tách hội nghị'),
  'conference-act-withdrawn': msg('bỏ một lần ghép, tách'),
  'official-joined': msg('ghép cán bộ'),
  'official-parted': msg('tách cán bộ'),
  'official-act-withdrawn': msg('bỏ một lần ghép, tách cán bộ'),
  'saved-search-made': msg('lưu tìm kiếm'),
  'saved-search-changed': msg('đổi tìm kiếm đã lưu'),
  'saved-search-removed': msg('xóa tìm kiếm đã lưu'),
  'saved-search-target-added': msg('thêm nơi nhận tin'),
  'saved-search-target-removed': msg('bỏ nơi nhận tin'),
  'saved-search-feed': msg('mở, đổi, tắt nguồn Atom'),
  'user-made': msg('lập tài khoản'),
  'user-role': msg('đổi vai trò'),
  'user-password': msg('đổi mật khẩu'),
  'user-ended': msg('kết thúc tài khoản'),
  'token-made': msg('lập khóa'),
  'token-revoked': msg('thu hồi khóa'),
};
