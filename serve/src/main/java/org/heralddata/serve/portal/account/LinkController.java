package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.accounts.desk.Registration;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.who.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where links of letters and of operators lead. To open one changes nothing, since programs that look through mail do, too:
 * only the form there uses it up.
 */
@RestController
@ConditionalOnBean(AccountDesk.class)
class LinkController {
    private static final String PATH = "/account/link/{secret}";

    private final AccountDesk desk;
    private final SignedIn signedIn;
    private final Pages pages;

    LinkController(AccountDesk desk, SignedIn signedIn, Pages pages) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> form(@PathVariable("secret") String secret, HttpServletRequest request) {
        try {
            return page(HttpStatus.OK, Form.empty(request), desk.registration().look(secret, request.getRemoteAddr()));
        } catch (Refusal refusal) {
            return Replies.page(
                    pages,
                    Replies.status(refusal),
                    "account/deadLink",
                    Form.again(request, refusal),
                    Map.of("mail", desk.registration().hasMail()));
        }
    }

    @PostMapping(PATH)
    ResponseEntity<String> finish(
            @PathVariable("secret") String secret,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "terms", defaultValue = "") String terms,
            HttpServletRequest request,
            HttpServletResponse response) {
        Registration registration = desk.registration();
        Registration.Asked asked;
        try {
            asked = registration.look(secret, request.getRemoteAddr());
        } catch (Refusal refusal) {
            return form(secret, request);
        }
        try {
            if (asked.isAddress()) {
                registration.confirmAddress(secret);
                return Replies.seeOther("/account?done=address");
            }
            Account account =
                    registration.finish(secret, name, password, terms.equals("agreed"), request.getRemoteAddr());
            String next = "/account?done=" + (asked.isNew() ? "welcome" : "password");
            return Replies.seeOther(signedIn.enter(account, false, next, request, response));
        } catch (Refusal refusal) {
            return page(Replies.status(refusal), Form.again(request, refusal, "name", "terms"), asked);
        }
    }

    private ResponseEntity<String> page(HttpStatus status, Form form, Registration.Asked asked) {
        return Replies.page(pages, status, "account/link", form, Map.of("asked", asked, "settings", desk.settings()));
    }
}
