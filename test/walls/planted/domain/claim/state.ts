export const CLAIM = 'claim';
