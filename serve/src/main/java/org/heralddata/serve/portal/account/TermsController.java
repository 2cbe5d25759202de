package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.who.TermsGate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The terms, for somebody who has not agreed to them as they are: all that they see until they do. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class TermsController {
    private final AccountDesk desk;
    private final Pages pages;

    TermsController(AccountDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping(TermsGate.PAGE)
    ResponseEntity<String> ask(
            @RequestParam(name = "next", defaultValue = "") String next, HttpServletRequest request) {
        Account account = AccountController.who(request).account();
        return desk.registration().owesTerms(account)
                ? page(pages, desk, HttpStatus.OK, Form.empty(request), account, next)
                : Replies.seeOther(Next.of(next));
    }

    @PostMapping(TermsGate.PAGE)
    ResponseEntity<String> agree(
            @RequestParam(name = "next", defaultValue = "") String next, HttpServletRequest request) {
        desk.registration().agree(AccountController.who(request).account());
        String wanted = Next.of(next);
        return Replies.seeOther(wanted.equals("/account") ? "/account?done=terms" : wanted);
    }

    static ResponseEntity<String> page(
            Pages pages, AccountDesk desk, HttpStatus status, Form form, Account account, String next) {
        return Replies.page(
                pages,
                status,
                "account/agree",
                form,
                Map.of("account", account, "settings", desk.settings(), "next", next));
    }
}
