package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.accounts.desk.Tokens;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Site;
import org.heralddata.serve.portal.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's API tokens. A secret is shown in the answer to its making, and nowhere else. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class TokensController {
    private static final String PATH = "/account/tokens";

    private final AccountDesk desk;
    private final Site site;
    private final Pages pages;

    TokensController(AccountDesk desk, Site site, Pages pages) {
        this.desk = desk;
        this.site = site;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> list(
            @RequestParam(name = "done", defaultValue = "") String done, HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty(request), null, done, request);
    }

    @PostMapping(PATH)
    ResponseEntity<String> make(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "scope", defaultValue = "") List<String> scopes,
            @RequestParam(name = "days", defaultValue = "90") int days,
            HttpServletRequest request) {
        var wanted = EnumSet.noneOf(Scope.class);
        scopes.forEach(scope -> Scope.of(scope).ifPresent(wanted::add));
        try {
            Identified who = AccountController.who(request);
            Account account = who.account();
            if (wanted.contains(Scope.ADMIN) && account.operator() && !who.operates()) {
                throw Wrongs.tooWeak();
            }
            Tokens.Made made = desk.tokens().make(account, name, wanted, Duration.ofDays(days));
            return page(HttpStatus.CREATED, Form.empty(request), made, "", request);
        } catch (Refusal refusal) {
            return page(Replies.status(refusal), Form.again(request, refusal, "name"), null, "", request);
        }
    }

    @PostMapping(PATH + "/{number}/revoke")
    ResponseEntity<String> revoke(@PathVariable("number") long number, HttpServletRequest request) {
        desk.tokens().revoke(AccountController.who(request).account().id(), number);
        return Replies.seeOther(PATH + "?done=revoked");
    }

    private ResponseEntity<String> page(
            HttpStatus status, Form form, Tokens.@Nullable Made made, String done, HttpServletRequest request) {
        Identified who = AccountController.who(request);
        Account account = who.account();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("tokens", desk.tokens().of(account.id()));
        parameters.put(
                "scopes",
                Arrays.stream(Scope.values())
                        .filter(scope -> scope != Scope.ADMIN || who.operates())
                        .toList());
        parameters.put("made", made);
        parameters.put("done", done);
        parameters.put("site", site.url(request));
        return Replies.page(pages, status, "account/tokens", form, parameters);
    }
}
