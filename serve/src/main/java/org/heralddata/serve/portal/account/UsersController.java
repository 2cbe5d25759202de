package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.model.access.Group;
import org.heralddata.model.diagnostic.Refusal;
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

/** Users, for operators. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class UsersController {
    private static final int SHOWN = 200;
    private static final String ONE = "/admin/users/{id}";

    private final AccountDesk desk;
    private final Pages pages;

    UsersController(AccountDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/admin")
    ResponseEntity<String> list(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "done", defaultValue = "") String done,
            HttpServletRequest request) {
        return users(HttpStatus.OK, Form.empty(request), words, done);
    }

    @PostMapping("/admin/users")
    ResponseEntity<String> add(
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "name", defaultValue = "") String name,
            HttpServletRequest request) {
        try {
            Account made = desk.accounts().add(email, name, false);
            return user(
                    HttpStatus.CREATED,
                    made,
                    Form.empty(request),
                    desk.registration().operatorLink(made),
                    "");
        } catch (Refusal refusal) {
            return users(Replies.status(refusal), Form.again(request, refusal, "email", "name"), "", "");
        }
    }

    @GetMapping(ONE)
    ResponseEntity<String> one(
            @PathVariable("id") String id,
            @RequestParam(name = "done", defaultValue = "") String done,
            HttpServletRequest request) {
        return user(HttpStatus.OK, desk.accounts().named(id), Form.empty(request), null, done);
    }

    @PostMapping(ONE + "/link")
    ResponseEntity<String> link(@PathVariable("id") String id, HttpServletRequest request) {
        Account account = desk.accounts().named(id);
        return user(
                HttpStatus.OK, account, Form.empty(request), desk.registration().operatorLink(account), "");
    }

    @PostMapping(ONE + "/state")
    ResponseEntity<String> state(
            @PathVariable("id") String id,
            @RequestParam(name = "to", defaultValue = "") String to,
            HttpServletRequest request) {
        Account account = desk.accounts().named(id);
        try {
            switch (to) {
                case "disabled" -> {
                    desk.accounts().requireAnotherOperator(account.id());
                    desk.accounts().disable(account.id(), true);
                }
                case "enabled" -> desk.accounts().disable(account.id(), false);
                case "operator" -> desk.accounts().operator(account.id(), true);
                case "no-second-factor" -> desk.secondFactors().remove(account);
                case "ordinary" -> desk.accounts().operator(account.id(), false);
                case "deleted" -> {
                    desk.ownData().delete(account);
                    return Replies.seeOther("/admin?done=removed");
                }
                default -> {
                    // of no meaning: nothing is changed
                }
            }
            return Replies.seeOther("/admin/users/" + account.id() + "?done=saved");
        } catch (Refusal refusal) {
            return user(Replies.status(refusal), account, Form.again(request, refusal), null, "");
        }
    }

    @PostMapping(ONE + "/groups")
    ResponseEntity<String> join(
            @PathVariable("id") String id,
            @RequestParam(name = "group", defaultValue = "") String group,
            @RequestParam(name = "leave", defaultValue = "") String leave,
            HttpServletRequest request) {
        Account account = desk.accounts().named(id);
        try {
            Group wanted = desk.groups().named(leave.isEmpty() ? group : leave);
            if (leave.isEmpty()) {
                desk.groups().join(wanted, account);
            } else {
                desk.groups().leave(wanted, account);
            }
            return Replies.seeOther("/admin/users/" + account.id() + "?done=saved");
        } catch (Refusal refusal) {
            return user(Replies.status(refusal), account, Form.again(request, refusal, "group"), null, "");
        }
    }

    private ResponseEntity<String> users(HttpStatus status, Form form, String words, String done) {
        List<Account> found = desk.accounts().list(words, SHOWN + 1);
        return Replies.page(
                pages,
                status,
                "account/users",
                form,
                Map.of(
                        "users",
                        found.subList(0, Math.min(SHOWN, found.size())),
                        "more",
                        found.size() > SHOWN,
                        "count",
                        desk.accounts().count(),
                        "words",
                        words,
                        "done",
                        done));
    }

    private ResponseEntity<String> user(
            HttpStatus status, Account account, Form form, @Nullable String link, String done) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("user", account);
        parameters.put("memberships", desk.groups().of(account.id()));
        parameters.put("groups", desk.groups().list());
        parameters.put("tokens", desk.tokens().of(account.id()).size());
        parameters.put("sessions", desk.sessions().of(account.id()).size());
        parameters.put("second", desk.secondFactors().of(account.id()).isPresent());
        parameters.put("link", link);
        parameters.put("hours", desk.settings().link().toHours());
        parameters.put("done", done);
        return Replies.page(pages, status, "account/user", form, parameters);
    }
}
