package org.heralddata.accounts;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with accounts, and with how somebody shows who they are. */
public enum AccountCode implements DiagnosticCode {
    WRONG_PASSWORD("U001", "E-mail address and password do not belong together"),
    LOCKED("U002", "There were too many wrong passwords; the account waits"),
    TOO_OFTEN("U003", "There were too many tries from one network address"),
    DISABLED("U004", "The account was disabled by an operator"),
    BAD_EMAIL("U005", "This is not an e-mail address"),
    SHORT_PASSWORD("U006", "The password is too short or too long"),
    COMMON_PASSWORD("U007", "The password is one of those that are tried first"),
    BAD_LINK("U008", "The link was used, is too old, or never was"),
    REGISTRATION_CLOSED("U009", "The node takes no registrations"),
    NO_MAIL("U010", "The node cannot send e-mail"),
    TERMS("U011", "The terms of the node are not agreed to"),
    EMAIL_TAKEN("U012", "Another account has this e-mail address"),
    NO_ACCOUNT("U013", "There is no such account"),
    NO_GROUP("U014", "There is no such group"),
    BAD_GROUP("U015", "This is not the path of a group"),
    GROUP_EXISTS("U016", "There is a group of this path"),
    BAD_RULE("U017", "This is not a rule of membership"),
    BAD_TOKEN("U018", "The token is unknown, revoked or past its time"),
    NO_SCOPE("U019", "The token does not have the scope that this needs"),
    TOKEN_ASKED("U020", "A token cannot be made as asked"),
    NO_TOKEN("U021", "There is no such token"),
    FOREIGN_PAGE("U022", "The request came from a page of another site, or from a form that is too old"),
    SIGN_IN_FIRST("U023", "This needs an account"),
    OPERATORS_ONLY("U024", "This is for operators"),
    PROVIDER_AWAY("U025", "The identity provider did not confirm who you are"),
    PROVIDER_EMAIL("U026", "The identity provider gave no confirmed e-mail address"),
    LAST_OPERATOR("U027", "The last operator cannot be taken away"),
    OTHER_LOGIN("U028", "The account has no password: it signs in through an identity provider"),
    WRONG_CODE("U100", "This is not the code of the second factor"),
    SECOND_FACTOR_ON("U101", "The account has a second factor"),
    NO_SECOND_FACTOR("U102", "The account has no second factor"),
    SECOND_FACTOR_FIRST("U103", "Operators need a second factor here"),
    HALF_SIGN_IN("U104", "The sign-in was not finished in time"),
    KEY_LOST("U105", "The key of second factors is not the one that they were kept with");

    private final String id;
    private final String title;

    AccountCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }
}
