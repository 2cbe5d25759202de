package org.heralddata.serve.rest;

import org.heralddata.jobs.request.Requests.Orderer;

/**
 * Who calls a method.
 *
 * @param server address of this server, without the last slash, as the caller is to use it
 */
record RpcCaller(Orderer orderer, String server) {}
