/** The level of a body by the words of its name. */
import { unitsNamed } from '../gazetteer.ts';
import { isSyllable } from '../syllables.ts';
import { bodyText } from './organiser-key.ts';
import type { Level, PlaceSeen } from './shapes.ts';

const CENTRAL =
  /^(?:(?:đảng bộ |đảng ủy |công đoàn |đoàn |thanh tra |văn phòng )?bộ (?!chỉ huy|đội|tư lệnh)|quốc hội|chính phủ|ủy ban thường vụ quốc hội|ban bí thư|trung ương|đảng(?: cộng sản việt nam| cộng sản)?$|tổng cục|tổng liên đoàn|văn phòng (?:quốc hội|chính phủ|trung ương)|ban (?:tổ chức|tuyên giáo|kinh tế|nội chính|dân vận|đối ngoại) trung ương|quân ủy trung ương|ban chấp hành trung ương|thanh tra chính phủ|kiểm toán nhà nước|ngân hàng nhà nước|nhà nước|hội đồng bầu cử quốc gia|ủy ban trung ương|bảo hiểm xã hội việt nam|mặt trận tổ quốc việt nam$)|trung ương|việt nam$|tối cao|^bộ$/u;
const BASE = /(?<!\p{L})(?:xã|phường|thị trấn|chi bộ|thôn|xóm|tổ dân phố|cơ sở)(?!\p{L})/u;
const DISTRICT = /(?<!\p{L})(?:huyện|quận|thị)(?!\p{L})/u;
const PROVINCE = /(?<!\p{L})(?:tỉnh|sở)(?!\p{L})/u;
const CITIES =
  /hà nội|hồ chí minh|tphcm|tp\.? ?hcm|hcm|đà nẵng|hải phòng|cần thơ|(?<!tp |thành phố )huế/u;
const SCHOOL =
  /^(?:trường|đại học|học viện|bệnh viện|công ty|ngân hàng|tập đoàn|tổng công ty|hiệp hội|câu lạc bộ|hợp tác xã|khách sạn|viện|quỹ|trung tâm|doanh nghiệp)(?!\p{L})/u;

/** Null where the name does not say, and for firms and schools. */
export function levelOf(organiser: string, place: PlaceSeen | null): Level | null {
  const text = bodyText(organiser);
  if (/^ngành(?!\p{L})/iu.test(organiser)) return place === null ? null : levelOfPlace(place);
  if (SCHOOL.test(text) || /^(?:tổng )?(?:ctcp|cty)(?!\p{L})/iu.test(organiser)) return null;
  // "Huawei Việt Nam", "Viettel Post": a firm by its bare name.
  const brand = organiser.split(' ')[0] ?? '';
  if (/^\p{Lu}\p{Ll}{2,}$/u.test(brand) && !isSyllable(brand.toLowerCase())) return null;
  // "thị xã" is a district, its "xã" no commune.
  const rest = text
    .replace(/thị trường/gu, '')
    .replace(/thị xã/gu, 'thị')
    .replace(/xã hội|nông thôn|hợp tác xã/gu, '');
  if (BASE.test(rest)) return 'co-so';
  if (DISTRICT.test(rest)) return 'huyen';
  if (/(?<!\p{L})thành phố(?!\p{L})/u.test(text))
    return CITIES.test(text) ? 'tinh' : cityLevel(text);
  if (PROVINCE.test(rest)) return 'tinh';
  if (CENTRAL.test(text)) return 'trung-uong';
  if (place !== null) return levelOfPlace(place);
  // "Cục Quản lý thị trường": with no unit in its name a ministry's.
  if (/^(?:cục|vụ) \p{L}/u.test(text) && !CITIES.test(text)) return 'trung-uong';
  return CITIES.test(text) ? 'tinh' : null;
}

function levelOfPlace({ level }: PlaceSeen): Level {
  return level === 'province' ? 'tinh' : level === 'district' ? 'huyen' : 'co-so';
}

/** "Thành ủy" alone says nothing of its level; with a province's name it is a provincial city of that name. */
function cityLevel(text: string): Level | null {
  const name = /thành phố (.+)$/u.exec(text)?.[1];
  return name !== undefined && unitsNamed(name).length > 0 ? 'huyen' : null;
}
