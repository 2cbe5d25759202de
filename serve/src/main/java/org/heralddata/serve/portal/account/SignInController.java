package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.who.Caller;
import org.heralddata.serve.who.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** In and out. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class SignInController {
    private static final String PATH = "/account/sign-in";

    private final AccountDesk desk;
    private final SignedIn signedIn;
    private final Pages pages;

    SignInController(AccountDesk desk, SignedIn signedIn, Pages pages) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> form(
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestParam(name = "problem", defaultValue = "") String problem,
            HttpServletRequest request) {
        if (Caller.of(request).identified().isPresent()) {
            return Replies.seeOther(Next.of(next));
        }
        Form form = Told.problem(problem)
                .map(refusal -> Form.again(request, refusal))
                .orElseGet(() -> Form.empty(request));
        return page(HttpStatus.OK, form, next, done);
    }

    @PostMapping(PATH)
    ResponseEntity<String> signIn(
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Account account = desk.signIn().check(email, password, request.getRemoteAddr());
            return Replies.seeOther(signedIn.enter(account, false, Next.of(next), request, response));
        } catch (Refusal refusal) {
            return page(Replies.status(refusal), Form.again(request, refusal, "email"), next, "");
        }
    }

    @PostMapping("/account/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response) {
        Optional<Identified> who = Caller.of(request).identified();
        who.ifPresent(w -> desk.sessions().end(w.account().id(), w.session()));
        signedIn.end(request, response);
        return Replies.seeOther(PATH + "?done=out");
    }

    private ResponseEntity<String> page(HttpStatus status, Form form, String next, String done) {
        return Replies.page(
                pages,
                status,
                "account/signIn",
                form,
                Map.of(
                        "next", Objects.requireNonNull(next),
                        "done", done,
                        "open", desk.registration().isOpen(),
                        "mail", desk.registration().hasMail(),
                        "providers", signedIn.providers()));
    }
}
