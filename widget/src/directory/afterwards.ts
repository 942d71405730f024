/** What every directory brings as soon as its first offers are there. */
import '../prepare-print.js';

export { languageSwitch } from './language-switch.js';
