package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.portal.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor. Its secret is shown in the answer that made it, and nowhere else. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class SecondFactorController {
    private static final String PATH = "/account/second-factor";
    private static final String UNNAMED = "Herald";

    private final AccountDesk desk;
    private final Node node;
    private final Pages pages;

    SecondFactorController(AccountDesk desk, Node node, Pages pages) {
        this.desk = desk;
        this.node = node;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> state(
            @RequestParam(name = "done", defaultValue = "") String done, HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty(request), Shown.NOTHING, done, request);
    }

    @PostMapping(PATH + "/begin")
    ResponseEntity<String> begin(
            @RequestParam(name = "current", defaultValue = "") String current, HttpServletRequest request) {
        Account account = AccountController.who(request).account();
        try {
            if (account.password()) {
                desk.signIn().again(account, current);
            }
            byte[] secret = desk.secondFactors().begin(account);
            var shown = new Shown(Enrolment.of(issuer(), account.email(), secret), true, List.of());
            return page(HttpStatus.OK, Form.empty(request), shown, "", request);
        } catch (Refusal refusal) {
            return page(Replies.status(refusal), Form.again(request, refusal), Shown.NOTHING, "", request);
        }
    }

    @PostMapping(PATH + "/confirm")
    ResponseEntity<String> confirm(
            @RequestParam(name = "code", defaultValue = "") String code, HttpServletRequest request) {
        Identified who = AccountController.who(request);
        try {
            List<String> codes = desk.secondFactors().confirm(who.account(), code, who.session());
            return page(HttpStatus.OK, Form.empty(request), new Shown(null, false, codes), "", request);
        } catch (Refusal refusal) {
            var shown = new Shown(null, true, List.of());
            return page(Replies.status(refusal), Form.again(request, refusal), shown, "", request);
        }
    }

    @PostMapping(PATH + "/codes")
    ResponseEntity<String> renew(
            @RequestParam(name = "code", defaultValue = "") String code, HttpServletRequest request) {
        try {
            List<String> codes =
                    desk.secondFactors().renew(AccountController.who(request).account(), code);
            return page(HttpStatus.OK, Form.empty(request), new Shown(null, false, codes), "", request);
        } catch (Refusal refusal) {
            Form again = Form.again(request, refusal).of("codes");
            return page(Replies.status(refusal), again, Shown.NOTHING, "", request);
        }
    }

    @PostMapping(PATH + "/remove")
    ResponseEntity<String> remove(
            @RequestParam(name = "code", defaultValue = "") String code, HttpServletRequest request) {
        try {
            desk.secondFactors().remove(AccountController.who(request).account(), code);
            return Replies.seeOther(PATH + "?done=no-second");
        } catch (Refusal refusal) {
            Form again = Form.again(request, refusal).of("remove");
            return page(Replies.status(refusal), again, Shown.NOTHING, "", request);
        }
    }

    private String issuer() {
        return node.isRegistrable() ? node.organisation().name() : UNNAMED;
    }

    private ResponseEntity<String> page(
            HttpStatus status, Form form, Shown shown, String done, HttpServletRequest request) {
        Identified who = AccountController.who(request);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("account", who.account());
        parameters.put("second", desk.secondFactors().of(who.account().id()));
        parameters.put("enrolment", shown.enrolment());
        parameters.put("begun", shown.begun());
        parameters.put("codes", shown.codes());
        parameters.put(
                "needed",
                who.account().operator() && !who.operates() && shown.codes().isEmpty());
        parameters.put("done", done);
        return Replies.page(pages, status, "account/second", form, parameters);
    }

    /** What a page shows once. */
    private record Shown(@Nullable Enrolment enrolment, boolean begun, List<String> codes) {
        private static final Shown NOTHING = new Shown(null, false, List.of());
    }
}
