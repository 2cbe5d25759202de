package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A form as it is shown: its token, what was written, what is wrong with it.
 *
 * @param token   that proves the form to be ours
 * @param name    of the form that was sent, on a page with several; empty on others
 * @param values  by field; secrets are never among them
 * @param errors  by field, what is wrong; of the whole form under {@link #WHOLE}
 */
public record Form(String token, String name, Map<String, String> values, Map<String, Wrong> errors) {
    public static final String WHOLE = "";

    /**
     * @param help null if there is nothing to advise
     */
    public record Wrong(
            String code, String message, @Nullable String help) {}

    static Form empty(HttpServletRequest request) {
        return new Form(token(request), "", Map.of(), Map.of());
    }

    /** Filled in again after a refusal. */
    static Form again(HttpServletRequest request, Refusal refusal, String... fields) {
        Map<String, String> values = new HashMap<>();
        for (String field : fields) {
            String value = request.getParameter(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        Diagnostic first = refusal.diagnostics().getFirst();
        var wrong = new Wrong(first.code().id(), first.message(), first.help());
        return new Form(token(request), "", values, Map.of(field(first.code()), wrong));
    }

    private static String field(DiagnosticCode code) {
        return switch (code) {
            case AccountCode.BAD_EMAIL, AccountCode.EMAIL_TAKEN -> "email";
            case AccountCode.SHORT_PASSWORD, AccountCode.COMMON_PASSWORD -> "password";
            case AccountCode.TERMS -> "terms";
            case AccountCode.BAD_GROUP, AccountCode.NO_GROUP, AccountCode.GROUP_EXISTS -> "group";
            case AccountCode.BAD_RULE -> "rule";
            case AccountCode.WRONG_CODE -> "code";
            case AccountCode.TOKEN_ASKED, AccountCode.SECOND_FACTOR_FIRST -> "token";
            default -> WHOLE;
        };
    }

    /** The same as one of several forms of its page. */
    Form of(String sent) {
        return new Form(token, sent, values, errors);
    }

    /** As the form of a name is shown: without what belongs to another one. */
    public Form only(String wanted) {
        return name.equals(wanted) ? this : new Form(token, wanted, Map.of(), Map.of());
    }

    static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Null if nothing is wrong with it. */
    public @Nullable Wrong error(String field) {
        return errors.get(field);
    }
}
