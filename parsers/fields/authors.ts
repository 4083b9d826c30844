/** Names of writers out of a byline. */

/** What editors leave in the field when nobody is named. */
const PLACEHOLDERS = new Set([
  'bút danh',
  'tác giả',
  'admin',
  'administrator',
  'author',
  'null',
  '',
]);
const LABEL =
  /^(?:tác giả\s*:?(?=\s)|(?:bài và ảnh|bài,? ảnh|tin,? ảnh|tin và ảnh|bài|ảnh|clip|video|đồ họa|infographic|thực hiện|thể hiện|theo|by)\s*:)\s*/iu;

/** "Bài: Hạ Vy Ảnh: Minh Quân": a label parts two names as a comma does. */
const INNER_LABEL = /(?<!,|(?<!\p{L})(?:và|tin|bài))\s+(?=(?:bài|ảnh|clip|video|đồ họa)\s*:)/giu;

/** Joined by commas, dashes with spaces, slashes, semicolons, bullets, "và", "&". */
const JOINTS = /\s*[,;/|&•·●]\s*|\s+[-–—]\s+|\s+và\s+/u;

export function splitAuthors(texts: readonly string[]): readonly string[] {
  const names = texts
    .map((text) => text.replace(/\((?:theo|tổng hợp|t\/h|ghi)[^)]*\)/giu, ' ').trim())
    .filter((text) => !/^(?:theo|nguồn)\s/iu.test(text))
    .map((text) => text.replace(LABEL, '').replace(INNER_LABEL, ', '))
    .flatMap((text) => text.split(JOINTS))
    .map((text) => text.replace(LABEL, '').replace(/\s+/gu, ' ').trim())
    .filter((text) => isName(text));
  return [...new Set(names)];
}

/** A domain names the outlet that the text was taken from. */
function isName(text: string): boolean {
  return (
    !PLACEHOLDERS.has(text.toLowerCase()) &&
    text.length <= 60 &&
    !/^[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)$/iu.test(text)
  );
}
