export { membersOf, type Packing, packingOf, wholeOf } from './archive.js';
export type { InputFile, RandomAccess } from './file.js';
export { type Member, type MemberLimits, memberLimits } from './member.js';
export { unpacked } from './unpack.js';
