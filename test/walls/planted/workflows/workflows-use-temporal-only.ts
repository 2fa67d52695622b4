import { z } from 'zod';

export const input = z;
