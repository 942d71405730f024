/**
 * What some pages hold besides elements that are written well: a part of the page inside an element
 * that was not closed, and placeholders. The former first: it may hold the latter.
 */
import './swallowed.js';
import './placeholders.js';
