import { Client } from '@temporalio/client';
import { getShape } from '#workflows/messages.ts';

export const gateway = [Client, getShape];
