export const ALONE = true;
