import { screen } from '#web/src/app/screen.ts';

export const page = screen;
