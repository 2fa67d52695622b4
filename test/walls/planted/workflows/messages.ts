import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { defineQuery } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Shape } from '#schemas/shape.ts';

export const getShape = defineQuery<[Shape, Activities]>('getShape');
export const known = WorkflowExecutionAlreadyStartedError;
