export { Mapper, type Mapped, type MapperContext } from './mapper.js';
export { columnsOf, MappingFile, type Mapping } from './mapping.js';
export { MappingError } from './mapping-error.js';
export { parseMapping, readMapping } from './read-mapping.js';
export type { Remark } from './draft.js';
export type { Unmet } from './unmet.js';
export { suggestMapping, type SuggestContext } from './suggest/suggest.js';
export { ownWords } from './word-lists.js';
export { proposeLists, type ProposedLists } from './suggest/lists.js';
