export { membersOf, packingOf, wholeOf } from './archive.js';
export type { InputFile } from './file.js';
export type { Member, MemberLimits } from './member.js';
export { unpacked } from './unpack.js';
export { type Choose, openWorkbook, type SheetRow } from './workbook.js';
export { readYaml, refuse } from './yaml.js';
