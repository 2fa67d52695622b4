import fastify from 'fastify';

export const answer = fastify;
