package org.heralddata.query.service;

import org.heralddata.query.engine.Engine;

/**
 * What all viewers share: answers are kept for everybody, and asked for only after the question was allowed.
 *
 * @param software name and version of this program, for the metadata of exports
 */
record Shared(Engine engine, Exports exports, Answers answers, CubeCache cubes, String software) {}
