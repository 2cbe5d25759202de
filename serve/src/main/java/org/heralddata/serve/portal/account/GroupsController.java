package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.GroupRule;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.accounts.desk.Groups;
import org.heralddata.model.access.Group;
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

/** Groups and their rules, for operators. */
@RestController
@ConditionalOnBean(AccountDesk.class)
class GroupsController {
    private static final String PATH = "/admin/groups";

    private final AccountDesk desk;
    private final SignedIn signedIn;
    private final Pages pages;

    GroupsController(AccountDesk desk, SignedIn signedIn, Pages pages) {
        this.desk = desk;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @GetMapping(PATH)
    ResponseEntity<String> list(
            @RequestParam(name = "done", defaultValue = "") String done, HttpServletRequest request) {
        return page(HttpStatus.OK, Form.empty(request), done);
    }

    @PostMapping(PATH)
    ResponseEntity<String> add(
            @RequestParam(name = "group", defaultValue = "") String group,
            @RequestParam(name = "description", defaultValue = "") String description,
            HttpServletRequest request) {
        try {
            desk.groups().add(Groups.path(group.strip()), description);
            return Replies.seeOther(PATH + "?done=added");
        } catch (Refusal refusal) {
            return page(
                    Replies.status(refusal),
                    Form.again(request, refusal, "group", "description").of("add"),
                    "");
        }
    }

    @PostMapping(PATH + "/remove")
    ResponseEntity<String> remove(@RequestParam(name = "group", defaultValue = "") String group) {
        desk.groups().remove(desk.groups().named(group));
        return Replies.seeOther(PATH + "?done=removed");
    }

    @PostMapping(PATH + "/rules")
    ResponseEntity<String> rule(
            @RequestParam(name = "group", defaultValue = "") String group,
            @RequestParam(name = "rule", defaultValue = "") String rule,
            @RequestParam(name = "remove", defaultValue = "false") boolean remove,
            HttpServletRequest request) {
        try {
            GroupRule told = GroupRule.read(desk.groups().named(group), rule);
            if (remove) {
                desk.groups().unrule(told);
            } else {
                desk.groups().rule(told);
            }
            return Replies.seeOther(PATH + "?done=" + (remove ? "removed" : "added"));
        } catch (Refusal refusal) {
            return page(
                    Replies.status(refusal),
                    Form.again(request, refusal, "rule").of("rule " + group),
                    "");
        }
    }

    private ResponseEntity<String> page(HttpStatus status, Form form, String done) {
        var groups = desk.groups().list();
        Map<Group, List<Account>> members = new HashMap<>();
        groups.forEach(about -> members.put(about.group(), desk.groups().members(about.group())));
        return Replies.page(
                pages,
                status,
                "account/groups",
                form,
                Map.of("groups", groups, "members", members, "providers", signedIn.providers(), "done", done));
    }
}
