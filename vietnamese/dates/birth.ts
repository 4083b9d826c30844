/** Whether a date tells when a person was born. */

const BORN =
  /(?<![\p{L}\p{M}])(?:(\p{L}+)\s)?(sinh|sn|s\.n|chào đời)(?::|\s)(?:vào\s|khoảng\s|trong\s)*(?:đúng\s)?$/u;
/** Words that end in "sinh" and have nothing to do with birth. */
const OTHER = new Set(
  'học thí tuyển vệ phát hy hi giáng khai tái sản phục nảy môn nữ nam giáo phụ mưu hồi nhân quyên quần tân thực trường kí ký thư y dưỡng kháng bẩm song cứu du'.split(
    ' ',
  ),
);

/** `text` is lower case; `start` is where the date begins. */
export function isBirth(text: string, start: number): boolean {
  const match = BORN.exec(text.slice(Math.max(0, start - 40), start));
  return match !== null && !(match[2] === 'sinh' && OTHER.has(match[1] ?? ''));
}
