/** The readers of answers that come later than the first. */
export { readOfferAnswer, readProviderAnswer, readSetAnswer } from '@vielfalt/feed';
