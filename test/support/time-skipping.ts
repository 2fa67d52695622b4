/** Days pass in tests as they do in the sandbox's time machine. */
export { fastForward } from '#adapters/temporal/time-skipping.ts';
