package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** The code that a sign-in still lacks. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class SecondStepController {
    private final SignedIn signedIn;
    private final Pages pages;

    SecondStepController(SignedIn signedIn, Pages pages) {
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @GetMapping(SignedIn.STEP)
    ResponseEntity<String> form(
            @RequestParam(name = "next", defaultValue = "") String next, HttpServletRequest request) {
        return signedIn.owesCode(request)
                ? page(HttpStatus.OK, Form.empty(request), next)
                : Replies.seeOther("/account/sign-in");
    }

    @PostMapping(SignedIn.STEP)
    ResponseEntity<String> finish(
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            signedIn.finish(code, request, response);
            return Replies.seeOther(Next.of(next));
        } catch (Refusal refusal) {
            return page(Replies.status(refusal), Form.again(request, refusal), next);
        }
    }

    private ResponseEntity<String> page(HttpStatus status, Form form, String next) {
        return Replies.page(pages, status, "account/secondStep", form, Map.of("next", next));
    }
}
