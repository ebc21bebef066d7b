import type { FastifyReply } from 'fastify'

/** A refusal at the doors of documents: the same shape as every error of the contract. */
export const refused = (reply: FastifyReply, status: number, code: string, message: string): FastifyReply =>
  reply.code(status).send({ errors: [{ message, extensions: { code } }] })
