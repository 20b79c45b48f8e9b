#!/usr/bin/perl
# Fills a fresh Request Tracker database by RT's own code, in one process: the web API would take minutes.
# Usage: RT_SITE_CONFIG_DIR=… perl seed.pl TICKETS ARTICLES NOW_EPOCH — prints a JSON summary on its last line.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib', '/usr/local/share/request-tracker5/lib';
use RT;
use JSON ();
use MIME::Entity;
use MIME::Base64;
use Encode ();

RT->LoadConfig;
RT->Init;
my ($TICKETS, $ARTICLES, $NOW) = @ARGV;
my $system = RT->SystemUser;
my $DAY = 86400;
srand(20);

# The stock scrips render and "send" several mails per message: minutes for a thousand tickets, and nothing to sync.
{
    no warnings qw(redefine once);
    require RT::Scrips;
    *RT::Scrips::Prepare = sub { return };
    *RT::Scrips::Commit = sub { return };
}
sub must { my ($done, @rest) = @_; die "seed: " . join(' ', grep defined, @rest) . "\n" unless $done; return $done }

my $dbh = $RT::Handle->dbh;
$dbh->do('PRAGMA synchronous = OFF');
$dbh->do('PRAGMA journal_mode = MEMORY');
$RT::Handle->BeginTransaction;

my $agents = RT::Group->new($system);
must($agents->CreateUserDefinedGroup(Name => 'Support agents', Description => 'Answer customers'));

my %agent;
for my $row (
    ['anh.nguyen',  'Nguyễn Thị Ánh', 'anh@desk.example',   'Asia/Ho_Chi_Minh', 'vi'],
    ['maria.jones', 'Maria Jones',    'maria@desk.example', 'America/New_York', 'en'],
    ['olena',       'Олена Шевченко', 'olena@desk.example', 'Europe/Kyiv',      'en'],
    # RT 5.0.3 breaks off when it tells somebody in a language past Latin-1 that the message was added, after adding it.
    ['oksana',      'Оксана Коваль',  'oksana@desk.example', 'Europe/Kyiv',     'uk'],
) {
    my ($name, $real, $mail, $zone, $lang) = @$row;
    my $user = RT::User->new($system);
    must($user->Create(Name => $name, RealName => $real, EmailAddress => $mail, Timezone => $zone, Lang => $lang,
        Password => "holdfast-$name", Privileged => 1));
    must($agents->AddMember($user->id));
    $agent{$name} = $user;
}

my $everyone = RT::Group->new($system);
$everyone->LoadSystemInternalGroup('Everyone');
my %queue;
for my $row (['General', 'default'], ['Support', 'default'], ['Orders', 'orders'], ['Private', 'default']) {
    my ($name, $lifecycle) = @$row;
    my $queue = RT::Queue->new($system);
    $queue->Load($name);
    $queue->id or must($queue->Create(Name => $name, Lifecycle => $lifecycle, Description => "$name desk"));
    $queue{$name} = $queue;
    next if $name eq 'Private';
    # So that customers' mails arrive.
    $everyone->PrincipalObj->GrantRight(Right => $_, Object => $queue) for qw(CreateTicket ReplyToTicket);
    $agents->PrincipalObj->GrantRight(Right => $_, Object => $queue) for qw(
        SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket OwnTicket TakeTicket
        StealTicket ReassignTicket Watch WatchAsAdminCc SeeCustomField ModifyCustomField DeleteTicket);
}
$agents->PrincipalObj->GrantRight(Right => $_, Object => RT->System) for qw(ModifySelf ManageAuthTokens SeeCustomField ModifyCustomField);

my @cfs;
for my $row (['Product', 'SelectSingle', ['Lamp', 'Kettle', 'Radio']], ['Serial number', 'FreeformSingle', []],
    ['Tags', 'FreeformMultiple', []]) {
    my ($name, $type, $values) = @$row;
    my $cf = RT::CustomField->new($system);
    must($cf->Create(Name => $name, Type => $type, LookupType => 'RT::Queue-RT::Ticket', Queue => 0));
    must($cf->AddValue(Name => $_)) for @$values;
    push @cfs, $cf;
}

my @customers;
for my $row (['Zoë Brönte', 'zoe'], ['Тарас Шевчук', 'taras'], ['Лев Соловьёв', 'lev'], ['Trần Văn Đức', 'duc'],
    ['山田 花子', 'hanako'], ['محمد علي', 'ali'], ['Ada Lovelace', 'ada'], ['Søren Ørsted', 'soren']) {
    my $user = RT::User->new($system);
    must($user->Create(Name => "$row->[1]\@customer.example", EmailAddress => "$row->[1]\@customer.example",
        RealName => $row->[0], Privileged => 0));
    push @customers, $user;
}

my $PNG = decode_base64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==');
sub part { my ($text, $type) = @_; return (Type => $type, Charset => 'UTF-8', Data => [Encode::encode('UTF-8', $text)]) }
sub plain { return MIME::Entity->build(part($_[0], 'text/plain')) }
sub html_mail {
    my ($text, $with_image, $n) = @_;
    my $mail = MIME::Entity->build(Type => 'multipart/mixed');
    my $related = MIME::Entity->build(Type => 'multipart/related');
    my $both = MIME::Entity->build(Type => 'multipart/alternative');
    $both->attach(part($text, 'text/plain'));
    my $image = $with_image ? qq{<p><img src="cid:photo$n\@shop"></p>} : '';
    $both->attach(part("<p>$text</p><ul><li>one</li><li><b>two</b></li></ul>$image", 'text/html'));
    $related->add_part($both);
    $related->attach(Type => 'image/png', Filename => 'photo.png', Disposition => 'inline', Encoding => 'base64',
        Id => "<photo$n\@shop>", Data => [$PNG]) if $with_image;
    $mail->add_part($related);
    $mail->attach(Type => 'application/pdf', Filename => "invoice-$n.pdf", Encoding => 'base64', Data => ["%PDF-1.4 $n"])
        if $n % 5 == 0;
    return $mail;
}

my @subjects = ('Lamp flickers', 'Не працює чайник', 'Где мой заказ?', 'Đơn hàng bị chậm', '注文の確認', 'Radio without sound',
    'Refund please', 'Wrong address on the parcel');
my @bodies = ('It worked for a week and then stopped.', 'Добрий день, чайник не вмикається.', 'Заказ не пришёл, проверьте, пожалуйста.',
    'Xin chào, tôi chưa nhận được hàng.', '注文はいつ届きますか。', "There is no sound at all.\n\nI tried two outlets.");
my @names = sort keys %agent;
my @spread = ('Support', 'Support', 'General', 'Orders', 'Support');
my %open = (default => 'open', orders => 'working');
my %done = (default => 'resolved', orders => 'shipped');
my %wait = (default => 'stalled', orders => 'awaiting customer');

for my $n (1 .. $TICKETS) {
    # Every twentieth is where the agents may not look.
    my $queue_name = $n % 20 == 0 ? 'Private' : $spread[$n % @spread];
    my $life = $queue{$queue_name}->Lifecycle;
    my $customer = $customers[$n % @customers];
    my $as_customer = RT::CurrentUser->new($customer);
    my $text = $bodies[$n % @bodies];
    my $ticket = RT::Ticket->new($system);
    my $owner = $n % 3 == 0 ? $agent{$names[$n % @names]} : undef;
    must($ticket->Create(Queue => $queue_name, Subject => "$subjects[$n % @subjects] ($n)", Requestor => [$customer->id],
        Priority => ($n % 4) * 30, MIMEObj => $n % 2 ? html_mail($text, $n % 4 == 1, $n) : plain($text),
        ($owner && $queue_name ne 'Private' ? (Owner => $owner->id) : ()),
        'CustomField-' . $cfs[0]->id => ['Lamp', 'Kettle', 'Radio']->[$n % 3],
        'CustomField-' . $cfs[2]->id => $n % 6 == 0 ? ['vip', 'returns'] : ['web']));
    next if $n % 5 == 4 || $n % 13 == 3;
    my $who = RT::Ticket->new(RT::CurrentUser->new($agent{$names[$n % @names]}));
    $who = RT::Ticket->new($system) if $queue_name eq 'Private';
    $who->Load($ticket->id);
    must($who->Correspond(MIMEObj => html_mail("Thank you, we look into it. ($n)", 0, $n * 7 + 1)));
    must($who->SetStatus($open{$life}));
    must($who->Comment(MIMEObj => plain("Internal: checked the stock for $n."))) if $n % 2;
    if ($n % 3 == 1) {
        my $answer = RT::Ticket->new($system);
        $answer->Load($ticket->id);
        $answer->CurrentUser($as_customer);
        must($answer->_RecordNote(MIMEObj => plain("Still the same. ($n)"), NoteType => 'Correspond'));
    }
    must($who->SetPriority(80)) if $n % 7 == 0;
    must($who->SetStatus($wait{$life})) if $n % 6 == 0;
    must($who->SetStatus($done{$life})) if $n % 8 == 0;
}

# A ticket's history lies between its creation and now; the newest ticket is minutes old.
my $count = $dbh->selectrow_array('SELECT MAX(id) FROM Tickets') || 0;
my $stamp = sub { my @t = gmtime($_[0]); sprintf '%04d-%02d-%02d %02d:%02d:%02d', $t[5] + 1900, $t[4] + 1, @t[3, 2, 1, 0] };
for my $id (1 .. $count) {
    # As when the customer's mail made it.
    my $customer = $customers[$id % @customers]->id;
    my ($create) = $dbh->selectrow_array(
        "SELECT MIN(id) FROM Transactions WHERE ObjectType = 'RT::Ticket' AND Type = 'Create' AND ObjectId = ?", undef, $id);
    $dbh->do('UPDATE Transactions SET Creator = ? WHERE id = ?', undef, $customer, $create);
    $dbh->do('UPDATE Attachments SET Creator = ? WHERE TransactionId = ?', undef, $customer, $create);
    $dbh->do('UPDATE Tickets SET Creator = ? WHERE id = ?', undef, $customer, $id);
    my $made = $NOW - 600 - int(($count - $id) * 60 * $DAY / ($count + 1));
    my $txns = $dbh->selectcol_arrayref(
        "SELECT id FROM Transactions WHERE ObjectType = 'RT::Ticket' AND ObjectId = ? ORDER BY id", undef, $id);
    my $step = int(($NOW - 60 - $made) / (@$txns + 1));
    $step = 3 * 3600 if $step > 3 * 3600;
    my $at = $made;
    for my $txn (@$txns) {
        $dbh->do('UPDATE Transactions SET Created = ? WHERE id = ?', undef, $stamp->($at), $txn);
        $dbh->do('UPDATE Attachments SET Created = ? WHERE TransactionId = ?', undef, $stamp->($at), $txn);
        $at += $step;
    }
    $dbh->do('UPDATE Tickets SET Created = ?, LastUpdated = ? WHERE id = ?', undef, $stamp->($made), $stamp->($at - $step), $id);
    $dbh->do('UPDATE Tickets SET Resolved = ? WHERE id = ? AND Resolved > ?', undef, $stamp->($at - $step), $id, '1971-01-01');
}

my $content = RT::CustomField->new($system);
$content->LoadByName(Name => 'Content', LookupType => 'RT::Class-RT::Article');
for my $name ('Returns', 'Shipping') {
    my $class = RT::Class->new($system);
    must($class->Create(Name => $name, Description => "$name articles"));
    must($content->AddToObject($class)) if $content->id && !$content->IsGlobal;
    $agents->PrincipalObj->GrantRight(Right => $_, Object => $class) for qw(SeeClass ShowArticle SeeCustomField);
}
for my $n (1 .. $ARTICLES) {
    my $article = RT::Article->new($system);
    must($article->Create(Class => $n % 2 ? 'Returns' : 'Shipping', Name => "How to, part $n", Summary => "Step $n in short",
        'CustomField-' . $content->id => "First check the label.\n\nThen pack it & send it. ($n)"));
}

my %token;
for my $user ('root', map { $_->Name } values %agent) {
    require RT::AuthToken;
    my $record = RT::User->new($system);
    $record->Load($user);
    my $token = RT::AuthToken->new($system);
    my ($done, $said, $secret) = $token->Create(Owner => $record->id, Description => 'Holdfast');
    must($done, $said);
    $token{$user} = $secret;
}
$RT::Handle->Commit;
print JSON->new->canonical->encode({ tokens => \%token }), "\n";
