package org.heralddata.adql.parse;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.heralddata.adql.Limits;
import org.heralddata.adql.grammar.AdqlLexer;
import org.heralddata.adql.grammar.AdqlParser;
import org.heralddata.adql.grammar.AdqlParser.QueryContext;
import org.heralddata.adql.tree.QueryTree;
import org.heralddata.model.diagnostic.Refusal;

/** Reads queries. Stateless, safe for many threads; the tables that ANTLR learns while it parses are shared by all. */
public final class QueryParser {

    private QueryParser() {}

    /**
     * Reads a query.
     *
     * @throws Refusal if it breaks the grammar or a limit
     */
    public static QueryTree parse(String text, Limits limits) {
        var lexer = new AdqlLexer(CharStreams.fromString(TokenCheck.bounded(text, limits)));
        lexer.removeErrorListeners();
        var tokens = new CommonTokenStream(lexer);
        tokens.fill();
        SourceText source = SourceText.of(text);
        TokenCheck.check(source, tokens.getTokens(), limits);
        return new TreeBuilder(source, limits).query(parsed(source, tokens));
    }

    /** The quick way first, which is right whenever it succeeds; the thorough one to be sure of an error and to tell it. */
    private static QueryContext parsed(SourceText source, CommonTokenStream tokens) {
        var parser = new AdqlParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return parser.query();
        } catch (ParseCancellationException perhaps) {
            tokens.seek(0);
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            parser.setErrorHandler(new DefaultErrorStrategy());
            parser.addErrorListener(new SyntaxErrors(source));
            return parser.query();
        }
    }
}
