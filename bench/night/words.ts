/** Made-up Vietnamese news text, ours, the same for the same seed. Few sentences are ever alike. */
import { type Random, seeded } from '../parse-pages/words.ts';

const NOUNS =
  'bến đò|nhà văn hóa|con đường|hồ chứa|vườn cam|trạm bơm|lớp học|chợ phiên|cánh đồng|xưởng mộc|bờ kè|đội thuyền|sân vận động|trạm y tế|cây cầu|rừng phòng hộ|ao tôm|kho lạnh|thư viện|tuyến ống|bãi bồi|lò gạch|vùng chè|dãy phố|hàng cây|bể bơi|làng gốm|xóm đảo|con suối|giếng nước|mái đình|nhà màng'.split(
    '|',
  );
const PEOPLE =
  'người dân|bà con|tổ thợ|ban quản lý|các hộ nuôi|đoàn viên|giáo viên|cán bộ xã|chủ vườn|hợp tác xã|thanh niên|hội phụ nữ|tổ tự quản|nhóm kỹ sư|đội dân quân|các chủ tàu'.split(
    '|',
  );
const VERBS =
  'sửa lại|mở rộng|dọn sạch|bàn giao|khảo sát|trồng thêm|kiểm tra|che chắn|nạo vét|thắp sáng|đo đạc|góp công làm|lát gạch|nâng cấp|vận hành|chăm sóc|rào quanh|quy hoạch|tu bổ|thử nghiệm'.split(
    '|',
  );
const WHEN =
  'từ sáng sớm|sau mùa mưa|trước kỳ nghỉ|suốt ba tuần|trong hai ngày|khi nước rút|đầu tháng này|giữa vụ|cuối quý trước|theo đúng hẹn|vào phiên chợ|lúc trời còn tối'.split(
    '|',
  );
const HOW =
  'bằng tiền góp|nhờ máy mới|với vài chiếc xuồng|theo cách cũ|dưới trời nắng|không cần thuê ngoài|cùng nhóm thợ làng bên|mà chưa tăng giá|để kịp vụ sau|cho trẻ nhỏ trong xóm|vì lối cũ đã hỏng|ngay cạnh bờ sông'.split(
    '|',
  );
const NAMES =
  'Lê Văn Mẫu|Trần Thị Thử|Phạm Mẫu|Hoàng Thử|Vũ Thị Mẫu|Đỗ Văn Thử|Bùi Mẫu|Ngô Thị Thử'.split('|');
export const SECTIONS = 'Thời sự|Kinh tế|Văn hóa|Đời sống|Giáo dục'.split('|');

const pick = (list: readonly string[], random: Random) =>
  list[Math.floor(random() * list.length)] ?? '';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const personName = (random: Random) => pick(NAMES, random);
export const sectionName = (random: Random) => pick(SECTIONS, random);

const clause = (random: Random) =>
  `${pick(PEOPLE, random)} ${pick(VERBS, random)} ${pick(NOUNS, random)} số ${Math.floor(random() * 9_000) + 10} ${pick(WHEN, random)}`;

const sentence = (random: Random) =>
  `${capital(clause(random))}, ${pick(NOUNS, random)} rộng ${Math.floor(random() * 900) + 20} mét được ${pick(VERBS, random)} ${pick(HOW, random)}.`;

export const headlineText = (random: Random, number: number) =>
  `${capital(pick(PEOPLE, random))} ${pick(VERBS, random)} ${pick(NOUNS, random)} ${pick(WHEN, random)}, bài ${number}`;

export const paragraphText = (random: Random) =>
  Array.from({ length: 3 + Math.floor(random() * 3) }, () => sentence(random)).join(' ');

export const captionText = (random: Random) =>
  `${capital(pick(NOUNS, random))} ${pick(HOW, random)}, ảnh số ${Math.floor(random() * 9_000)}.`;

export const quoteText = (random: Random) =>
  `Ông ${pick(NAMES, random)} nói: “${capital(clause(random))}, ai cũng thấy đỡ vất vả hơn trước”.`;

export { type Random, seeded };
