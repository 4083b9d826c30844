/** Version of the field and refine rules. Raise it when a stored page would be read otherwise than before. */
export const PARSER_VERSION = '1';
