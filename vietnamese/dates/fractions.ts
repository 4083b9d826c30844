/**
 * "9/12 xã", "10/10 đảng bộ": so many of so many, no day. Only a number that is no greater than the one
 * behind the stroke can be one. All text is lower case.
 */

/** What is counted in reports: people and bodies, goals and works, units. */
const COUNTED =
  /^ (?:đảng bộ|đảng viên|đảng ủy|chi bộ|chi đoàn|chi hội|cơ sở|đơn vị|cơ quan|tổ chức|địa phương|phường|quận|thị xã|thị trấn|thành phố|khu|cụm|thôn|xóm|bản|ấp|buôn|làng|tổ|khối|trường|lớp|học sinh|giáo viên|sinh viên|em|cháu|đồng chí|cán bộ|chiến sĩ|hội viên|đoàn viên|chỉ tiêu|tiêu chí|nhiệm vụ|mục tiêu|dự án|công trình|hạng mục|gói thầu|sản phẩm|mô hình|câu lạc bộ|đội|đoàn|hội|nhà|căn|chiếc|xe|tàu|máy|nạn nhân|bệnh nhân|trường hợp|đối tượng|bị cáo|bị can|nghi phạm|mẫu|câu|bài|giường|vị trí|trạm|tuyến|ha|m2|tấn|gia đình|con|cuộc|buổi|môn|huy chương|vận động viên|cử tri|ứng viên|văn bản|nghị quyết|kiến nghị|lô|mũi|liều|chốt|vụ|di tích|lễ hội|ngành|nhóm|lĩnh vực|cấp|thủ tục|chuyến|hồ|đập|kênh|thành viên|đại biểu|phòng)(?![\p{L}\p{M}])/u;
/** Words that go on behind a date: "10/10 tại", "1/1 này". */
const GOES_ON =
  /^ (?:tại|ở|là|của|này|vừa|hàng|hằng|mỗi|năm|và|đến|tới|thì|sẽ|đã|được|bị|do|với|khi|trên|theo|âm|dương|đang|có|mới|cũng|để|trong|ngoài|sau|trước|từ|lúc|ngày|hoặc|hay|vẫn|còn|như|nhưng|tuy|nếu|mà|nhằm|qua|sắp|cho|về|vào|bởi|cùng|nhân|không|chưa|nên|tôi|chúng|anh|chị|ông|bà|cô|nhiều|một|hai|các|những|phải|diễn|tổ chức|khai|bắt|công an)(?![\p{L}\p{M}])/u;
/** "vào 9/12 xã tổ chức": a word of time makes it a day. */
const WHEN =
  /(?:^|[^\p{L}])(?:từ|đến|tới|hết|trước|sau|dịp|lễ|vào|(?<!đến )nay|qua|mai|tết) (?:lễ )?$/u;

/** `before` ends where the number begins, `after` begins behind it. */
export function isFraction(day: number, month: number, before: string, after: string): boolean {
  if (day > month || WHEN.test(before)) return false;
  if (COUNTED.test(after)) return true;
  return day === month && /^ \p{Ll}/u.test(after) && !GOES_ON.test(after);
}
