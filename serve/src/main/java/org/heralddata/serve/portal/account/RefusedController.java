package org.heralddata.serve.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.heralddata.accounts.AccountCode;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.who.RefusedPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a page of accounts is not shown. */
@RestController
class RefusedController {
    private final Pages pages;

    RefusedController(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping(RefusedPage.PATH)
    ResponseEntity<String> refused(HttpServletRequest request) {
        AccountCode why = RefusedPage.why(request);
        String help = switch (why) {
            case FOREIGN_PAGE -> "Go back, load the page again, and send it once more. Cookies have to be allowed.";
            case OPERATORS_ONLY -> "Operators make others operators, on the page of each user.";
            default -> "";
        };
        return pages.page(HttpStatus.FORBIDDEN, "error", Map.of("status", 403, "message", why.title(), "help", help));
    }
}
