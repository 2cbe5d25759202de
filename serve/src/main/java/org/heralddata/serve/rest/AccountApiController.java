package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Identified;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.Token;
import org.heralddata.model.access.Group;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.who.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose token a program uses, and what it may. */
@RestController
class AccountApiController {

    @GetMapping(Api.OWN_ACCOUNT)
    ResponseEntity<Map<String, Object>> own(HttpServletRequest request) {
        Identified who = Caller.of(request)
                .identified()
                .orElseThrow(() -> new Refusal(Diagnostic.error(AccountCode.SIGN_IN_FIRST, "nobody is signed in")
                        .helped("send `Authorization: Bearer hrld_…`; tokens are made on the account's page")));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", who.account().id());
        told.put("email", who.account().email());
        told.put("name", who.account().name());
        told.put("operator", who.viewer().operator());
        told.put(
                "groups",
                who.viewer().allGroups().stream().map(Group::path).sorted().toList());
        told.put(
                "scopes",
                Arrays.stream(Scope.values()).filter(who::has).map(Scope::label).toList());
        @Nullable Token token = who.token();
        if (token != null) {
            told.put("token", token.name());
            told.put("expires", token.expires());
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(told);
    }
}
