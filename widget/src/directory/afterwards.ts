/** The parts that every directory loads as soon as its first offers are there. */
import { prepareForPrint } from '../prepare-print.js';

export { footer } from '../templates/footer.js';
export { languageSwitch } from './language-switch.js';

prepareForPrint(() => void import('../print.js'));
