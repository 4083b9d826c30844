/** The state of a list's page <-> its URL: the whole state stands there. */

export interface ListUrl<Field extends string> {
  readonly fields: readonly Field[];
  /** Each field as it was typed; '' where it is not asked. */
  read(url: URL): Record<Field, string>;
  /** @param more of other parameters */
  write(
    asked: Partial<Readonly<Record<Field, string>>>,
    more?: Readonly<Record<string, string>>,
    path?: string,
  ): string;
}

/** @param parameters names in the URL, by field */
export function listUrl<Field extends string>(
  base: string,
  parameters: Readonly<Record<Field, string>>,
): ListUrl<Field> {
  const fields = Object.keys(parameters) as Field[];
  return {
    fields,
    read(url) {
      const asked: Record<Field, string> = { ...parameters };
      for (const field of fields)
        asked[field] = (url.searchParams.get(parameters[field]) ?? '').trim();
      return asked;
    },
    write(asked, more = {}, path = base) {
      const q = new URLSearchParams();
      for (const field of fields) {
        const value = asked[field];
        if (value) q.set(parameters[field], value);
      }
      for (const [name, value] of Object.entries(more)) q.set(name, value);
      const search = q.toString();
      return search === '' ? path : `${path}?${search}`;
    },
  };
}
