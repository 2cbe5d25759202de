package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.NoSuchElementException;
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
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One's own account: what is kept, and what may be changed. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class AccountController {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final AccountDesk desk;
    private final SignedIn signedIn;
    private final Pages pages;

    AccountController(AccountDesk desk, SignedIn signedIn, Pages pages) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @GetMapping("/account")
    ResponseEntity<String> own(
            @RequestParam(name = "done", defaultValue = "") String done, HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty(request), done, request);
    }

    @PostMapping("/account/name")
    ResponseEntity<String> rename(
            @RequestParam(name = "name", defaultValue = "") String name, HttpServletRequest request) {
        desk.accounts().rename(who(request).account().id(), name);
        return Replies.seeOther("/account?done=name");
    }

    @PostMapping("/account/email")
    ResponseEntity<String> readdress(
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "current", defaultValue = "") String current,
            HttpServletRequest request) {
        Account account = who(request).account();
        try {
            desk.signIn().again(account, current);
            desk.registration().readdress(account, email);
            return Replies.seeOther("/account?done=letter");
        } catch (Refusal refusal) {
            return page(
                    Replies.status(refusal),
                    Form.again(request, refusal, "email").of("email"),
                    "",
                    request);
        }
    }

    @PostMapping("/account/password")
    ResponseEntity<String> password(
            @RequestParam(name = "current", defaultValue = "") String current,
            @RequestParam(name = "password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Identified who = who(request);
        try {
            desk.signIn().again(who.account(), current);
            desk.registration().change(who.account(), password, who.session());
            signedIn.begin(who.account(), who.strong(), request, response);
            return Replies.seeOther("/account?done=password");
        } catch (Refusal refusal) {
            return page(Replies.status(refusal), Form.again(request, refusal).of("password"), "", request);
        }
    }

    @GetMapping("/account/export.json")
    ResponseEntity<String> export(HttpServletRequest request) {
        return Replies.file(
                "herald-account.json",
                JSON.writeValueAsString(desk.ownData().export(who(request).account())));
    }

    @PostMapping("/account/delete")
    ResponseEntity<String> delete(
            @RequestParam(name = "current", defaultValue = "") String current,
            @RequestParam(name = "email", defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account account = who(request).account();
        try {
            if (account.password()) {
                desk.signIn().again(account, current);
            } else if (!email.strip().equalsIgnoreCase(account.email())) {
                throw Wrongs.otherAddress();
            }
            desk.ownData().delete(account);
            signedIn.end(request, response);
            return Replies.seeOther("/account/sign-in?done=deleted");
        } catch (Refusal refusal) {
            Form again = Form.again(request, refusal).of("delete");
            return desk.registration().owesTerms(account)
                    ? TermsController.page(pages, desk, Replies.status(refusal), again, account, "")
                    : page(Replies.status(refusal), again, "", request);
        }
    }

    private ResponseEntity<String> page(HttpStatus status, Form form, String done, HttpServletRequest request) {
        Identified who = who(request);
        return Replies.page(
                pages,
                status,
                "account/own",
                form,
                Map.of(
                        "account", who.account(),
                        "memberships", desk.groups().of(who.account().id()),
                        "identities", desk.identities().of(who.account().id()),
                        "mail", desk.registration().hasMail(),
                        "second", desk.secondFactors().of(who.account().id()),
                        "done", done));
    }

    /** The doors let nobody else in. */
    static Identified who(HttpServletRequest request) {
        return Caller.of(request).identified().orElseThrow(NoSuchElementException::new);
    }
}
