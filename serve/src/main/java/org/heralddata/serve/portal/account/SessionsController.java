package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.serve.portal.Pages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The browsers that one is signed in with. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class SessionsController {
    private static final String PATH = "/account/sessions";

    private final AccountDesk desk;
    private final Pages pages;

    SessionsController(AccountDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> list(
            @RequestParam(name = "done", defaultValue = "") String done, HttpServletRequest request) {
        Identified who = AccountController.who(request);
        return Replies.page(
                pages,
                HttpStatus.OK,
                "account/sessions",
                Form.empty(request),
                Map.of(
                        "sessions", desk.sessions().of(who.account().id()),
                        "own", who.session(),
                        "done", done));
    }

    @PostMapping(PATH + "/{number}/end")
    ResponseEntity<String> end(@PathVariable("number") long number, HttpServletRequest request) {
        desk.sessions().end(AccountController.who(request).account().id(), number);
        return Replies.seeOther(PATH + "?done=ended");
    }

    @PostMapping(PATH + "/end-others")
    ResponseEntity<String> endOthers(HttpServletRequest request) {
        Identified who = AccountController.who(request);
        desk.sessions().endAll(who.account().id(), who.session());
        return Replies.seeOther(PATH + "?done=all-ended");
    }
}
