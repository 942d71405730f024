/** The audience of the default vocabulary that stands for those who help. */
export const PROFESSIONALS = 'professionals';
