package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.who.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asking for a letter: to register, or to choose a new password. The answer is the same whether or not one is sent. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class RegisterController {
    private final AccountDesk desk;
    private final SignedIn signedIn;
    private final Pages pages;

    RegisterController(AccountDesk desk, SignedIn signedIn, Pages pages) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @GetMapping("/account/register")
    ResponseEntity<String> registration(HttpServletRequest request) {
        return register(HttpStatus.OK, Form.empty(request));
    }

    @PostMapping("/account/register")
    ResponseEntity<String> register(
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "name", defaultValue = "") String name,
            HttpServletRequest request) {
        try {
            desk.registration().begin(email, name, request.getRemoteAddr());
            return sent(request, email);
        } catch (Refusal refusal) {
            return register(Replies.status(refusal), Form.again(request, refusal, "email", "name"));
        }
    }

    @GetMapping("/account/reset")
    ResponseEntity<String> forgotten(HttpServletRequest request) {
        return reset(HttpStatus.OK, Form.empty(request));
    }

    @PostMapping("/account/reset")
    ResponseEntity<String> reset(
            @RequestParam(name = "email", defaultValue = "") String email, HttpServletRequest request) {
        try {
            desk.registration().reset(email, request.getRemoteAddr());
            return sent(request, email);
        } catch (Refusal refusal) {
            return reset(Replies.status(refusal), Form.again(request, refusal, "email"));
        }
    }

    private ResponseEntity<String> register(HttpStatus status, Form form) {
        return Replies.page(
                pages,
                status,
                "account/register",
                form,
                Map.of(
                        "open", desk.registration().isOpen(),
                        "mail", desk.registration().hasMail(),
                        "providers", signedIn.providers()));
    }

    private ResponseEntity<String> reset(HttpStatus status, Form form) {
        return Replies.page(
                pages,
                status,
                "account/reset",
                form,
                Map.of("mail", desk.registration().hasMail()));
    }

    private ResponseEntity<String> sent(HttpServletRequest request, String email) {
        return Replies.page(pages, HttpStatus.OK, "account/sent", Form.empty(request), Map.of("email", email.strip()));
    }
}
